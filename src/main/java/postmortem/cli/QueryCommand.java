package postmortem.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import postmortem.run.RunSettings;
import postmortem.shell.AnswerFormat;
import postmortem.shell.Complaint;
import postmortem.shell.Statements;
import postmortem.store.Answer;
import postmortem.store.LockedCase;
import postmortem.store.QueryException;

/** One question, or a file of them. */
@Command(
    name = "query",
    description =
        "Answers questions in SQL from a case, or from a folder of logs in place of one. Nothing but"
            + " the case can be read, and nothing at all changed.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  postmortem query mail.case 'SELECT account, count(*) FROM auth GROUP BY ALL'",
      "  postmortem query mail.case 'FROM auth WHERE account = $who' --param who=admin -f csv",
      "  postmortem query logs --file questions.sql --format jsonl",
    })
final class QueryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "CASE",
      converter = PathConverter.class,
      description = "A case; or logs, which are read first.")
  private Path path;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SQL",
      description = "The question, or several with semicolons between them; - for those on stdin.")
  private @Nullable String sql;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      converter = PathConverter.class,
      description = "File with questions, in place of SQL.")
  private @Nullable Path file;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      converter = AnswerFormatConverter.class,
      description = "table, vertical, csv, jsonl or markdown; a table where nothing is said.")
  private AnswerFormat format = AnswerFormat.TABLE;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "Value of $NAME in the questions.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      converter = PathConverter.class,
      description = "File to write to; without, or with -: stdout.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite the output file.")
  private boolean force;

  @Option(
      names = "--display-zone",
      paramLabel = "ZONE",
      converter = ZoneConverter.class,
      description = "Zone of times in tables and Markdown; UTC where nothing is said.")
  private ZoneId zone = ZoneOffset.UTC;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      converter = PathConverter.class,
      description = "File of settings for reading logs: name = value.")
  private @Nullable Path settings;

  @Option(names = "--no-progress", description = "No progress on stderr.")
  private boolean noProgress;

  @Option(names = "--debug", description = "Show where an error comes from.")
  @SuppressWarnings("UnusedVariable") // asked for by name when something fails
  private boolean debug;

  @Override
  public Integer call() throws IOException {
    List<String> statements = Statements.of(text());
    if (statements.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "there is no question");
    }
    PrintWriter err = spec.commandLine().getErr();
    OutputFile target =
        output == null || output.toString().equals("-")
            ? null
            : OutputFile.prepare(output, List.of(path), force);
    RunSettings run =
        (settings == null ? SettingsFile.EMPTY : SettingsFile.read(settings)).runSettings();
    try (CaseArgument argument = CaseArgument.open(path, run, err, !noProgress)) {
      LockedCase opened = argument.opened();
      if (target == null) {
        return print(opened, statements, err);
      }
      try {
        return target.write(out -> orFail(opened, statements, out, err));
      } catch (Unanswered e) {
        return ExitStatus.COULD_NOT; // then there is no file
      }
    }
  }

  private String text() throws IOException {
    if (file != null && sql != null) {
      throw new ParameterException(spec.commandLine(), "name SQL or --file, not both");
    }
    if (file == null && sql == null) {
      throw new ParameterException(
          spec.commandLine(), "the question is missing: SQL, - or --file FILE");
    }
    if (file == null && !"-".equals(sql)) {
      return String.valueOf(sql);
    }
    try {
      String text =
          file == null || file.toString().equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(file);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new CommandFailure("there is no file " + file);
    } catch (CharacterCodingException e) {
      throw new CommandFailure("the file " + file + " is no UTF-8");
    }
  }

  private int print(LockedCase opened, List<String> statements, PrintWriter err)
      throws IOException {
    try {
      return orFail(opened, statements, new ListenedStream(System.out), err);
    } catch (ListenedStream.NobodyListensException e) {
      return ExitStatus.DONE; // whoever read it has seen enough
    } catch (Unanswered e) {
      return ExitStatus.COULD_NOT;
    }
  }

  /** Answers one after the other; the first that has no answer is the last. */
  private int orFail(LockedCase opened, List<String> statements, OutputStream out, PrintWriter err)
      throws IOException {
    for (int i = 0; i < statements.size(); i++) {
      String statement = statements.get(i);
      if (i > 0 && format != AnswerFormat.JSONL) {
        out.write('\n');
      }
      try (Answer answer = opened.ask(statement, parameters)) {
        format.print(answer, out, zone);
      } catch (QueryException e) {
        String which = statements.size() > 1 ? "question " + (i + 1) + ": " : "";
        out.flush();
        err.println("postmortem: " + which + Complaint.line(e));
        err.print(Complaint.place(statement, e));
        err.flush();
        throw new Unanswered();
      }
    }
    out.flush();
    return ExitStatus.DONE;
  }

  /** A question has no answer, and why has been said. */
  private static final class Unanswered extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
