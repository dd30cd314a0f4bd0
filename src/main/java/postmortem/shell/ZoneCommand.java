package postmortem.shell;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** In which zone times are shown. */
final class ZoneCommand implements DotCommand {

  @Override
  public String name() {
    return "zone";
  }

  @Override
  public String usage() {
    return "[ZONE]";
  }

  @Override
  public String help() {
    return "zone in which times are shown: Europe/Berlin, +01:00; in SQL they are UTC";
  }

  @Override
  public void run(Session session, List<String> words, String rest) {
    if (words.size() > 1) {
      throw new CommandException("it is .zone ZONE");
    }
    try {
      if (!words.isEmpty()) {
        session.zone(ZoneId.of(words.get(0)));
      }
    } catch (DateTimeException e) {
      throw new CommandException(words.get(0) + " is neither an offset nor the id of a zone");
    }
    session.screen().say("times are shown in " + session.zone());
  }
}
