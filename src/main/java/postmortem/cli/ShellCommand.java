package postmortem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import postmortem.run.RunSettings;
import postmortem.shell.Shell;

/** Questions and answers. */
@Command(
    name = "shell",
    description =
        "Opens a case, or a folder of logs in place of one, for questions in SQL and for commands"
            + " such as .incidents, .pivot and .rate. Nothing but the case can be read by SQL, and"
            + " nothing changed. From a pipe it does what it is told, and fails if anything of it"
            + " failed.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  postmortem shell mail.case",
      "  echo '.pivot 203.0.113.9' | postmortem shell logs",
    })
final class ShellCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "CASE",
      converter = PathConverter.class,
      description = "A case; or logs, which are read first.")
  private Path path;

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
    PrintWriter err = spec.commandLine().getErr();
    RunSettings run =
        (settings == null ? SettingsFile.EMPTY : SettingsFile.read(settings)).runSettings();
    try (CaseArgument argument = CaseArgument.open(path, run, err, !noProgress)) {
      Shell shell =
          new Shell(
              argument.opened(),
              new CommandLineOutside(argument, run),
              System.getenv(),
              System.getProperty("user.home", ""),
              System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows"));
      if (Terminal.isConversation()) {
        shell.interactive(name(), StoredHelp.colours());
        return ExitStatus.DONE;
      }
      return piped(shell, System.in, err);
    }
  }

  private String name() {
    Path last = path.toAbsolutePath().normalize().getFileName();
    String name = last == null ? "case" : last.toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static int piped(Shell shell, InputStream in, PrintWriter err) throws IOException {
    try {
      boolean done = shell.piped(in, new ListenedStream(System.out), err);
      return done ? ExitStatus.DONE : ExitStatus.COULD_NOT;
    } catch (ListenedStream.NobodyListensException e) {
      return ExitStatus.DONE; // whoever read it has seen enough
    }
  }
}
