package postmortem.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the reports of the case. */
final class ReportCommand implements DotCommand {

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String usage() {
    return "DIR";
  }

  @Override
  public String help() {
    return "report.html, report.md and report.json into a folder";
  }

  @Override
  public void run(Session session, List<String> words, String rest) throws IOException {
    if (words.size() != 1) {
      throw new CommandException("it is .report DIR");
    }
    Path folder = ExportCommand.path(words.get(0));
    try {
      session.outside().report(folder);
    } catch (IOException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
    session.screen().say("Report: " + session.display().text(folder));
  }
}
