package postmortem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import postmortem.event.Times;
import postmortem.evidence.LedgerEntry;
import postmortem.report.SavedReport;
import postmortem.report.TerminalText;
import postmortem.run.Analysis;
import postmortem.run.Progress;
import postmortem.run.RunSettings;
import postmortem.run.ShownRecord;

/** The records behind a finding. */
@Command(
    name = "show",
    description =
        "Prints the records that a finding rests on, secrets masked: the samples in the report; with"
            + " the evidence, all of them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  postmortem show report auth.compromise-3f2a9c01b7de",
      "  postmortem show report auth.compromise-3f2a9c01b7de logs",
    })
final class ShowCommand implements Callable<Integer> {

  private static final int LONGEST = 1 << 12;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "REPORT",
      converter = PathConverter.class,
      description = "A report.json, or the folder that it is in.")
  private Path report;

  @Parameters(index = "1", paramLabel = "FINDING", description = "The finding's id.")
  private String finding;

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "PATH",
      converter = PathConverter.class,
      description = "The evidence that the report was made of, as it was named then.")
  private List<Path> paths = List.of();

  @Option(names = "--no-progress", description = "No progress on stderr.")
  private boolean noProgress;

  @Option(names = "--debug", description = "Show where an error comes from.")
  @SuppressWarnings("UnusedVariable") // asked for by name when something fails
  private boolean debug;

  @Override
  public Integer call() throws IOException {
    Path file = Files.isDirectory(report) ? report.resolve("report.json") : report;
    SavedReport saved = saved(file);
    SavedReport.SavedFinding found = saved.finding();
    if (found == null) {
      throw new CommandFailure("there is no finding " + finding + " in " + file);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(safe(found.id() + ": " + found.title()));
    if (paths.isEmpty()) {
      samples(saved, found, out);
    } else {
      all(saved, found, out);
    }
    out.flush();
    return ExitStatus.DONE;
  }

  private SavedReport saved(Path file) {
    try {
      return SavedReport.read(file, finding);
    } catch (NoSuchFileException e) {
      throw new CommandFailure("there is no report " + file);
    } catch (IOException e) {
      throw new CommandFailure("cannot read the report " + file + ": " + e.getMessage());
    }
  }

  private static void samples(SavedReport saved, SavedReport.SavedFinding found, PrintWriter out) {
    for (SavedReport.Sample sample : found.samples()) {
      String path =
          sample.ledger() >= 0 && sample.ledger() < saved.paths().size()
              ? saved.paths().get(sample.ledger())
              : "?";
      out.println(place(path, sample.record(), sample.offset()));
      out.println("  " + safe(sample.text()));
    }
    if (found.count() > found.samples().size()) {
      out.println(
          "%d of %d records; name the evidence to see all of them."
              .formatted(found.samples().size(), found.count()));
    }
  }

  private void all(SavedReport saved, SavedReport.SavedFinding found, PrintWriter out)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = ProgressLine.on(err, !noProgress);
    RunSettings settings = SettingsFile.of(saved.settings()).runSettings();
    boolean shown =
        Analysis.show(
            existing(),
            settings,
            found.id(),
            progress,
            ledger -> {
              ProgressLine.clear(err, progress);
              check(saved, ledger);
            },
            record -> print(record, out));
    ProgressLine.clear(err, progress);
    if (!shown) {
      throw new CommandFailure(
          "this version of postmortem does not make the finding " + found.id() + " of them");
    }
  }

  private List<Path> existing() {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new CommandFailure("no such file or folder: " + path);
      }
    }
    return paths;
  }

  /** What is shown must be what was judged. */
  private void check(SavedReport saved, List<LedgerEntry> ledger) {
    List<String> wrong = new ArrayList<>();
    for (LedgerEntry entry : ledger) {
      String hash = saved.hashes().get(entry.path());
      if (entry.sha256() != null && !entry.sha256().equals(hash)) {
        wrong.add(entry.path());
      }
    }
    for (Map.Entry<String, String> e : saved.hashes().entrySet()) {
      if (ledger.stream().noneMatch(entry -> entry.path().equals(e.getKey()))) {
        wrong.add(e.getKey());
      }
    }
    if (!wrong.isEmpty()) {
      throw new CommandFailure(
          "this is not the evidence of the report: %s %s, or has another SHA-256"
              .formatted(
                  wrong.get(0),
                  wrong.size() == 1
                      ? "is missing or new"
                      : "and " + (wrong.size() - 1) + " more are missing or new"));
    }
  }

  private static void print(ShownRecord record, PrintWriter out) {
    StringBuilder line = new StringBuilder();
    line.append(Times.instant(record.time())).append(' ').append(record.kind());
    record
        .fields()
        .forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
    out.println(safe(line.toString()));
    out.println("  " + place(record.path(), record.record(), record.offset()));
    out.println("  " + safe(record.text()));
  }

  private static String place(String path, long record, long offset) {
    return safe(path) + ":" + record + "@" + offset;
  }

  private static String safe(String text) {
    return TerminalText.of(text, LONGEST);
  }
}
