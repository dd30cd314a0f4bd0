package postmortem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import postmortem.incident.CaseReport;
import postmortem.report.MetricsJson;
import postmortem.run.Analysis;
import postmortem.run.Progress;
import postmortem.run.RunSettings;
import postmortem.store.CaseWriter;

/** Reads evidence into a case. */
@Command(
    name = "ingest",
    description =
        "Stores events, findings and the ledger in a case, a DuckDB file, to ask whatever one wants"
            + " of it.",
    footerHeading = "%nExamples:%n",
    footer = {"  postmortem ingest logs --case mail.case"})
final class IngestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ReadingOptions reading;

  @Option(
      names = {"-c", "--case"},
      required = true,
      paramLabel = "FILE",
      converter = PathConverter.class,
      description = "The case; made if it is not there.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    List<Path> paths = reading.paths();
    RunSettings settings = reading.runSettings();
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = ProgressLine.on(err, !reading.noProgress());
    CaseReport report;
    try (CaseWriter writer = CaseWriter.create(file)) {
      report = Analysis.ingest(paths, settings, Version.number(), progress, writer::add);
      writer.finish(report, MetricsJson::of, paths.stream().map(Path::toString).toList());
    } finally {
      ProgressLine.clear(err, progress);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Case: %s, %,d bytes%n", file, Files.size(file));
    out.flush();
    return ExitStatus.of(report.ledger(), reading.strict());
  }
}
