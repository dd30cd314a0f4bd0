package postmortem.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import postmortem.parser.Format;
import postmortem.parser.LogParser;
import postmortem.run.BuiltIns;

/** Lists the formats that can be read. */
@Command(
    name = "formats",
    description = "Lists the log formats, and what each can and cannot show.")
final class FormatsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (LogParser parser : BuiltIns.parsers()) {
      Format format = parser.format();
      out.println(format.id() + "  " + format.title());
      out.println("  shows: " + String.join(", ", format.shows()));
      format.cannotShow().forEach(sentence -> out.println("  " + sentence));
    }
    out.flush();
    return ExitStatus.DONE;
  }
}
