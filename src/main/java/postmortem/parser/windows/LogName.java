package postmortem.parser.windows;

import java.util.Locale;

/** Names the channel of events in forms of logs that do not: by their source, and by the file. */
public final class LogName {

  private static final String SECURITY = "Security";

  private final String ofFile;

  public LogName(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('!'));
    String file = path.substring(slash + 1).toLowerCase(Locale.ROOT);
    if (file.contains("sysevent") || file.contains("system")) {
      ofFile = "System";
    } else if (file.contains("secevent") || file.contains("security")) {
      ofFile = SECURITY;
    } else {
      ofFile = "Application";
    }
  }

  /** Fills in the channel of an event whose provider is known. */
  public void put(EventValues values) {
    values.begin().ascii(values.is(Field.PROVIDER, SECURITY) ? SECURITY : ofFile);
    values.finish(Field.CHANNEL);
  }
}
