package postmortem.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import postmortem.event.flat.Column;
import postmortem.evidence.LedgerEntry;
import postmortem.report.EventFormat;
import postmortem.report.EventWriter;
import postmortem.run.Analysis;
import postmortem.run.Progress;
import postmortem.run.RunSettings;

/** The events that all else is made of. */
@Command(
    name = "events",
    description =
        "Prints the events of all logs in the order of time, each once, however many records tell"
            + " of it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  postmortem events logs --format csv --output events.csv",
      "  postmortem events logs --format jsonl | jq 'select(.kind == \"auth-attempt\")'",
    })
final class EventsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ReadingOptions reading;

  @Option(
      names = {"-f", "--format"},
      required = true,
      paramLabel = "FORMAT",
      converter = EventFormatConverter.class,
      description =
          "jsonl or csv: see --columns. timesketch, ecs (Elastic Common Schema 8.17) or ocsf (1.5):"
              + " JSON lines for these; columns without a field there keep their names.")
  private EventFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      converter = PathConverter.class,
      description = "File to write to; without, or with -: stdout.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite the output file.")
  private boolean force;

  @Option(
      names = "--columns",
      help = true,
      description = "Print the columns: name, type, unit and meaning.")
  private boolean columns;

  @Override
  public Integer call() throws IOException {
    if (columns) {
      printColumns();
      return ExitStatus.DONE;
    }
    List<Path> paths = reading.paths();
    RunSettings settings = reading.runSettings();
    List<LedgerEntry> ledger;
    if (output == null || output.toString().equals("-")) {
      ledger = print(paths, settings);
    } else {
      OutputFile file = OutputFile.prepare(output, paths, force);
      ledger = file.write(out -> write(paths, settings, out));
    }
    int status = ExitStatus.of(ledger, reading.strict());
    if (status == ExitStatus.INCOMPLETE) {
      spec.commandLine()
          .getErr()
          .println("postmortem: not all could be read: 'postmortem inspect' says what, and why");
    }
    return status;
  }

  private void printColumns() {
    PrintWriter out = spec.commandLine().getOut();
    for (Column column : Column.values()) {
      String unit = column.unit().isEmpty() ? "" : ", " + column.unit();
      out.printf(
          "%s (%s%s)%n  %s%n",
          column.id(), column.type().name().toLowerCase(Locale.ROOT), unit, column.meaning());
    }
    out.flush();
  }

  private List<LedgerEntry> print(List<Path> paths, RunSettings settings) throws IOException {
    PrintStream out = System.out;
    try {
      return write(paths, settings, new ListenedStream(out));
    } catch (ListenedStream.NobodyListensException e) {
      return List.of(); // whoever read it has seen enough
    }
  }

  private List<LedgerEntry> write(List<Path> paths, RunSettings settings, OutputStream out)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = ProgressLine.on(err, !reading.noProgress());
    try (EventWriter writer = format.open(out, Version.number())) {
      return Analysis.events(
          paths,
          settings,
          progress,
          row -> {
            try {
              writer.write(row);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } finally {
      ProgressLine.clear(err, progress);
    }
  }
}
