package postmortem.parser.windows;

import java.util.Locale;

/** Fills in the channel or the source of an event whose record does not name it. */
public final class Unsaid {

  private static final int MODERN = 4096; // the old numbers of the Security log are below it
  private static final int CLEARED = 1102;

  private static final String AUDITING = "Microsoft-Windows-Security-Auditing";
  private static final String AUDITING_SHOWN = "Microsoft Windows security auditing."; // to people
  private static final String EVENT_LOG = "Microsoft-Windows-Eventlog";
  private static final String[] LOGS = {"Security", "Application", "System"};

  private final String channel;

  /**
   * @param path of the file, whose name may be that of a log: {@code SysEvent.csv}
   */
  public Unsaid(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('!'));
    String file = path.substring(slash + 1).toLowerCase(Locale.ROOT);
    this.channel = file.contains("sysevent") || file.contains("system") ? "System" : "Application";
  }

  /** Completes values of which the head is read, and spells the name of a log as Windows does. */
  public void complete(EventValues values) {
    for (String log : LOGS) {
      if (values.is(Field.CHANNEL, log)) {
        write(values, Field.CHANNEL, log);
      }
    }
    if (values.is(Field.PROVIDER, AUDITING_SHOWN)) {
      write(values, Field.PROVIDER, AUDITING);
    }
    if (!values.has(Field.PROVIDER) && values.is(Field.CHANNEL, "Security")) {
      write(values, Field.PROVIDER, securityProvider(values.id()));
    }
    if (!values.has(Field.CHANNEL)) {
      write(values, Field.CHANNEL, channel(values));
    }
  }

  /** Only these write into the Security log. */
  private static String securityProvider(int id) {
    if (id == CLEARED) {
      return EVENT_LOG;
    }
    return id < MODERN ? "Security" : AUDITING;
  }

  private String channel(EventValues values) {
    boolean cleared = values.is(Field.PROVIDER, EVENT_LOG);
    if (values.is(Field.PROVIDER, "Security")
        || values.is(Field.PROVIDER, AUDITING)
        || cleared && values.id() == CLEARED) {
      return "Security";
    }
    return cleared ? "System" : channel;
  }

  private static void write(EventValues values, Field field, String word) {
    values.begin().ascii(word);
    values.finish(field);
  }
}
