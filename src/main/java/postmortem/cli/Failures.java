package postmortem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import postmortem.report.TerminalText;
import postmortem.run.UnmatchedRuleException;

/** Turns what goes wrong into one line on stderr; a stack trace only where --debug asks for it. */
final class Failures {

  private static final int LONGEST = 500;

  private Failures() {}

  /** The command line was wrong. */
  static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("postmortem: " + TerminalText.of(String.valueOf(e.getMessage()), LONGEST));
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    err.flush();
    return ExitStatus.USAGE;
  }

  /** The command failed. */
  static int execution(Exception e, CommandLine command, ParseResult result) {
    PrintWriter err = command.getErr();
    err.println("postmortem: " + TerminalText.of(message(e), LONGEST));
    if (result.hasSubcommand() && result.subcommand().hasMatchedOption("--debug")
        || result.hasMatchedOption("--debug")) {
      e.printStackTrace(err);
    } else if (!(e instanceof CommandFailure) && !(e instanceof UnmatchedRuleException)) {
      err.println("Run it again with --debug to see where this comes from.");
    }
    err.flush();
    return e instanceof UnmatchedRuleException ? ExitStatus.USAGE : ExitStatus.COULD_NOT;
  }

  private static String message(Exception e) {
    if (e instanceof CommandFailure
        || e instanceof UnmatchedRuleException
        || e instanceof IOException
        || e instanceof UncheckedIOException) {
      String message = e.getMessage();
      return message == null ? e.getClass().getSimpleName() : message;
    }
    return "internal error: " + e;
  }
}
