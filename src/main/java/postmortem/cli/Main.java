package postmortem.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command. */
@Command(
    name = "postmortem",
    description = "Reads a folder of archived mail server logs and says what happened.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Main.VersionProvider.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:could not",
      "2:wrong usage",
      "3:done, but a file was not read to its end, or more than 0.1 %% of its records were rejected",
      "4:a finding as severe as --fail-on says (wins over 3)"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  postmortem analyze logs --output report",
      "  postmortem inspect logs",
      "  postmortem events logs --format csv --output events.csv",
    },
    subcommands = {
      AnalyzeCommand.class,
      InspectCommand.class,
      EventsCommand.class,
      IngestCommand.class,
      QueryCommand.class,
      ShellCommand.class,
      ShowCommand.class,
      FormatsCommand.class,
      CompletionCommand.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the command line and exits with its status. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // else digits are those of the country
    // the console's own charset would lose what logs hold
    ResultStream result = new ResultStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(new PrintStream(new BufferedOutputStream(result), false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    int status = status(args);
    int written = result.status(System.err);
    System.exit(written == ExitStatus.DONE ? status : written);
  }

  private static int status(String... args) {
    try {
      int status = run(args);
      System.out.flush();
      return status;
    } catch (OutOfMemoryError e) { // whatever was under way is lost; what was written is complete
      System.err.println(
          "postmortem: out of memory: give it more, with POSTMORTEM_JAVA_OPTS=-Xmx1g");
      return ExitStatus.COULD_NOT;
    }
  }

  /** Runs the command line; the status. */
  static int run(String... args) {
    return commandLine().execute(args);
  }

  /** All commands, as picocli knows them. */
  static CommandLine commandLine() {
    CommandLine command = new CommandLine(new Main());
    command.setParameterExceptionHandler(Failures::usage);
    command.setExecutionExceptionHandler(Failures::execution);
    command.setUnmatchedOptionsArePositionalParams(false);
    return command;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** For picocli. */
  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Version.line()};
    }
  }
}
