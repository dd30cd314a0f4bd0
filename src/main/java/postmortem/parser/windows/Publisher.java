package postmortem.parser.windows;

import org.jspecify.annotations.Nullable;

/** Who logs events that are asked for, and into which channel. */
public enum Publisher {
  /** Of Windows 2000 and 2003. */
  SECURITY("Security", "Security"),
  AUDITING("Microsoft-Windows-Security-Auditing", "Security"),
  EVENT_LOG("Microsoft-Windows-Eventlog", ""),
  TRANSPORT("MSExchangeTransport", "Application"),
  FRONT_END("MSExchangeFrontEndTransport", "Application"),
  /** The SMTP service of Windows. */
  SMTP_SERVICE("smtpsvc", "System");

  /** As Event Viewer shows it to people. */
  private static final String AUDITING_SHOWN = "Microsoft Windows security auditing.";

  private final String provider;
  private final String channel;

  Publisher(String provider, String channel) {
    this.provider = provider;
    this.channel = channel;
  }

  /** Who has logged an event; null where nobody is asked for. */
  public static @Nullable Publisher of(EventValues values) {
    Publisher publisher = named(values);
    return publisher != null && publisher.logsInto(values) ? publisher : null;
  }

  private static @Nullable Publisher named(EventValues values) {
    for (Publisher publisher : values()) {
      if (values.is(Field.PROVIDER, publisher.provider)) {
        return publisher;
      }
    }
    return values.is(Field.PROVIDER, AUDITING_SHOWN) ? AUDITING : null;
  }

  /**
   * Takes an event without a provider for one of whom its number tells something, in the channel
   * that is named, if one is; false where there is none.
   */
  public static boolean assume(EventValues values) {
    boolean anywhere = !values.has(Field.CHANNEL);
    for (Publisher publisher : values()) {
      String channel = publisher.channel(values.id());
      boolean here = anywhere || values.is(Field.CHANNEL, channel);
      if (here && KnownEvent.of(publisher, values.id()) != null) {
        values.begin().ascii(publisher.provider);
        values.finish(Field.PROVIDER);
        values.begin().ascii(channel);
        values.finish(Field.CHANNEL);
        return true;
      }
    }
    return false;
  }

  /** Clearing the Security log is told in it, clearing another one in the System log. */
  private String channel(int id) {
    if (this != EVENT_LOG) {
      return channel;
    }
    return id == 1102 ? "Security" : "System";
  }

  private boolean logsInto(EventValues values) {
    return values.is(Field.CHANNEL, channel(values.id()));
  }
}
