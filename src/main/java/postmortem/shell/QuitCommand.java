package postmortem.shell;

import java.util.List;

/** Ends the sitting. */
final class QuitCommand implements DotCommand {

  @Override
  public String name() {
    return "quit";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public String help() {
    return "end (so does Ctrl-D)";
  }

  @Override
  public void run(Session session, List<String> words, String rest) {
    session.end();
  }
}
