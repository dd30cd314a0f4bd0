package postmortem.parser.windows;

import java.util.Locale;

/** Names the channel of events in forms of logs that do not: by their source, and by the file. */
public final class LogName {

  private static final String SECURITY = "Security";
  private static final String SYSTEM = "System";

  private final String ofFile;

  public LogName(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('!'));
    String file = path.substring(slash + 1).toLowerCase(Locale.ROOT);
    boolean system = file.contains("sysevent") || file.contains("system");
    ofFile = system ? SYSTEM : "Application";
  }

  /** Fills in the channel of an event whose provider and number are known. */
  public void put(EventValues values) {
    values.begin().ascii(of(values));
    values.finish(Field.CHANNEL);
  }

  private String of(EventValues values) {
    if (values.is(Field.PROVIDER, SECURITY)
        || values.is(Field.PROVIDER, "Microsoft-Windows-Security-Auditing")) {
      return SECURITY;
    }
    if (values.is(Field.PROVIDER, "Microsoft-Windows-Eventlog")) {
      return values.id() == 1102 ? SECURITY : SYSTEM;
    }
    return ofFile;
  }
}
