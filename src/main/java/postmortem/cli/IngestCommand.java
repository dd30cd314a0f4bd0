package postmortem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import postmortem.evidence.KnownFile;
import postmortem.incident.CaseReport;
import postmortem.report.MetricsJson;
import postmortem.run.Analysis;
import postmortem.run.Inventory;
import postmortem.run.Progress;
import postmortem.run.RunSettings;
import postmortem.store.CaseFile;
import postmortem.store.CaseWriter;
import postmortem.store.ParquetExport;

/** Reads evidence into a case. */
@Command(
    name = "ingest",
    description =
        "Stores events, findings and the ledger in a case, a DuckDB file, to ask whatever one wants"
            + " of it. Again with more evidence: the case has all of it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  postmortem ingest logs --case mail.case",
      "  postmortem ingest more-logs --case mail.case",
    })
final class IngestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ReadingOptions reading;

  @Option(
      names = {"-c", "--case"},
      required = true,
      paramLabel = "FILE",
      converter = PathConverter.class,
      description =
          "The case; made if it is not there. It remembers its evidence, which has to be where it"
              + " was, and its settings.")
  private Path file;

  @Option(
      names = "--parquet",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description =
          "Write the tables of the case as Parquet, too, those of events by day; made if it is not"
              + " there, else it has to be empty.")
  private @Nullable Path parquet;

  @Override
  public Integer call() throws IOException {
    List<Path> given = reading.paths();
    CaseFile known = known();
    List<Path> paths =
        CaseArguments.joined(known == null ? List.of() : known.arguments(), given, file);
    OutputFile.prepare(file, paths, true);
    if (parquet != null) {
      OutputFolder.prepare(parquet, paths, false);
    }
    CaseReport before = known == null ? null : known.report();
    SettingsFile then =
        before == null ? SettingsFile.EMPTY : SettingsFile.ofUsed(before.settings());
    RunSettings settings = reading.runSettings(then);
    if (known != null) {
      Inventory inventory = inventory(known, paths, settings);
      if (before != null
          && before.version().equals(Version.number())
          && inventory.isAll(hashes(before))
          && then.runSettings().tellsAs(settings)) {
        return again(known, before, paths, settings);
      }
    }
    return done(ingest(paths, settings));
  }

  private int done(CaseReport report) throws IOException {
    say("Case: %s, %,d bytes".formatted(file, Files.size(file)));
    export();
    return ExitStatus.of(report.ledger(), reading.strict());
  }

  private void export() throws IOException {
    if (parquet != null) {
      ParquetExport.write(file, parquet);
      say("Parquet: " + parquet);
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private @Nullable CaseFile known() throws IOException {
    CaseFile known = CaseFile.find(file);
    if (known == null && Files.exists(file)) {
      throw new CommandFailure(file + " is there already and is no case: name another");
    }
    return known;
  }

  /**
   * What there is now.
   *
   * @throws CommandFailure where evidence of the case is gone: what is found rests on all of it
   */
  private static Inventory inventory(CaseFile known, List<Path> paths, RunSettings settings) {
    Inventory inventory = Inventory.of(paths, settings);
    List<KnownFile> missing = inventory.missing(known.files());
    if (!missing.isEmpty()) {
      throw new CommandFailure(
          ("the case %s was made of %s%s too, which is gone or was changed: all is judged anew, so"
                  + " name where it is now; the case stays as it was")
              .formatted(
                  known.file(),
                  missing.get(0).path(),
                  missing.size() == 1 ? "" : " (and %,d more)".formatted(missing.size() - 1)));
    }
    return inventory;
  }

  private static Map<String, @Nullable String> hashes(CaseReport report) {
    Map<String, @Nullable String> ledger = new TreeMap<>();
    report.ledger().forEach(entry -> ledger.put(entry.path(), entry.sha256()));
    return ledger;
  }

  /** Of evidence that is in the case: what it has kept is judged anew where thresholds changed. */
  private int again(CaseFile known, CaseReport before, List<Path> paths, RunSettings settings)
      throws IOException {
    if (before.settings().equals(Analysis.settingsUsed(settings))) {
      say("Nothing is new: " + file + " holds all of it");
      export();
      return ExitStatus.of(before.ledger(), reading.strict());
    }
    if (!known.judgeable()) {
      return done(ingest(paths, settings));
    }
    CaseReport report;
    try (InputStream gathered = known.gathered()) {
      report = Analysis.judge(gathered, before, paths, settings);
    }
    CaseWriter.judge(file, report, MetricsJson::of, CaseArguments.kept(paths, file));
    return done(report);
  }

  private CaseReport ingest(List<Path> paths, RunSettings settings) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = ProgressLine.on(err, !reading.noProgress());
    try (CaseWriter writer = CaseWriter.create(file)) {
      CaseReport report =
          Analysis.ingest(
              paths, settings, Version.number(), progress, writer.gathered(), writer::add);
      writer.finish(report, MetricsJson::of, CaseArguments.kept(paths, file));
      return report;
    } finally {
      ProgressLine.clear(err, progress);
    }
  }
}
