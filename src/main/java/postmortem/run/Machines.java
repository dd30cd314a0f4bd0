package postmortem.run;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.parser.LogParser;
import postmortem.parser.StreamKey;

/**
 * Whose a log is that names no machine, as what Event Viewer saves: of the machine that one of its
 * folders is named after, else of the only mail server whose logs are there.
 */
final class Machines {

  private final Set<String> all = new TreeSet<>();
  private final Set<String> mailServers = new TreeSet<>();

  /**
   * @param logs all that is to be read
   */
  static Machines of(Collection<Recognised> logs) {
    Machines machines = new Machines();
    for (Recognised log : logs) {
      LogParser parser = log.parser();
      StreamKey key = log.key();
      if (parser != null && key != null && !key.server().isEmpty()) {
        machines.all.add(key.server());
        if (!parser.mail().isEmpty()) {
          machines.mailServers.add(key.server());
        }
      }
    }
    return machines;
  }

  /** The key with the machine that the log is taken to be of; the same where that is not known. */
  StreamKey home(String path, StreamKey key) {
    String server = key.server().isEmpty() ? home(path) : null;
    return server == null ? key : new StreamKey(server, key.site());
  }

  private @Nullable String home(String path) {
    String[] parts = path.split("[/!]", -1);
    for (int i = parts.length - 2; i >= 0; i--) {
      String folder = parts[i].toUpperCase(Locale.ROOT);
      int dot = folder.indexOf('.');
      String label = dot < 0 ? folder : folder.substring(0, dot);
      if (all.contains(label)) {
        return label;
      }
    }
    return mailServers.size() == 1 ? mailServers.iterator().next() : null;
  }
}
