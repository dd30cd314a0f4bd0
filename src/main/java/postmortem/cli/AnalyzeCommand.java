package postmortem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import postmortem.analysis.Severity;
import postmortem.incident.CaseReport;
import postmortem.report.Summary;
import postmortem.run.Analysis;
import postmortem.run.Progress;
import postmortem.run.RunSettings;
import postmortem.store.CaseFile;

/** The main job. */
@Command(
    name = "analyze",
    description = "Reads evidence, or a case, and writes an incident report.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  postmortem analyze logs --output report",
      "  postmortem analyze mail.case --output report",
      "  postmortem analyze mail.zip firewall/ --zone 'fw*.log=+01:00' --output report --force",
    })
final class AnalyzeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ReadingOptions reading;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "Folder for report.html, report.md and report.json; made if it is not there.")
  private Path output;

  @Option(names = "--force", description = "Overwrite the reports in an output folder.")
  private boolean force;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = SeverityConverter.class,
      description = "Exit with 4 if a finding is as severe: info, low, medium, high or critical.")
  private @Nullable Severity failOn;

  @Override
  public Integer call() throws IOException {
    List<Path> paths = reading.paths();
    OutputFolder folder = OutputFolder.prepare(output, paths, force);
    CaseFile known = paths.size() == 1 ? CaseFile.find(paths.get(0)) : null;
    CaseReport report = known == null ? analyzed(paths) : kept(known);
    folder.write(report);
    PrintWriter out = spec.commandLine().getOut();
    out.print(Summary.of(report, output.toString()));
    out.flush();
    if (failOn != null
        && report.findings().stream().anyMatch(f -> f.severity().compareTo(failOn) >= 0)) {
      return ExitStatus.FAIL_ON;
    }
    return ExitStatus.of(report.ledger(), reading.strict());
  }

  private CaseReport analyzed(List<Path> paths) throws IOException {
    RunSettings settings = reading.runSettings();
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = ProgressLine.on(err, !reading.noProgress());
    CaseReport report = Analysis.analyze(paths, settings, Version.number(), progress);
    ProgressLine.clear(err, progress);
    return report;
  }

  /** The report in a case, or what is to be said by other thresholds of what the case has kept. */
  private CaseReport kept(CaseFile known) throws IOException {
    CaseReport report = known.report();
    if (report == null || !report.version().equals(Version.number())) {
      throw new CommandFailure(
          "the case %s was made by postmortem %s, this is %s: ingest its evidence again"
              .formatted(known.file(), known.product(), Version.number()));
    }
    SettingsFile then = SettingsFile.ofUsed(report.settings());
    RunSettings settings = reading.runSettings(then);
    if (report.settings().equals(Analysis.settingsUsed(settings))) {
      return report;
    }
    if (!then.runSettings().readsAs(settings)) {
      throw new CommandFailure(
          ("the evidence of the case %s was read with other settings for zone, year, date-order,"
                  + " parser or leftovers: give them to 'postmortem ingest'")
              .formatted(known.file()));
    }
    if (!known.judgeable()) {
      throw new CommandFailure(
          "the case %s was made by an earlier postmortem, which kept less: ingest its evidence again"
              .formatted(known.file()));
    }
    List<Path> evidence = CaseArguments.joined(known.arguments(), List.of(), known.file());
    try (InputStream gathered = known.gathered()) {
      return Analysis.judge(gathered, report, evidence, settings);
    }
  }

  /** Reads a severity in any case. */
  static final class SeverityConverter implements ITypeConverter<Severity> {
    @Override
    public Severity convert(String text) {
      try {
        return Severity.valueOf(text.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'" + text + "' is none of info, low, medium, high, critical");
      }
    }
  }
}
