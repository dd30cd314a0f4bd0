package postmortem.parser.windows;

import org.jspecify.annotations.Nullable;

/** Who logs events that are asked for, and into which channel. */
public enum Publisher {
  /** Of Windows 2000 and 2003. */
  SECURITY("Security", "Security"),
  AUDITING("Microsoft-Windows-Security-Auditing", "Security"),
  EVENT_LOG("Microsoft-Windows-Eventlog", ""),
  TRANSPORT("MSExchangeTransport", "Application"),
  FRONT_END("MSExchangeFrontEndTransport", "Application");

  private final String provider;
  private final String channel;

  Publisher(String provider, String channel) {
    this.provider = provider;
    this.channel = channel;
  }

  /** Who has logged an event; null where nobody is asked for. */
  public static @Nullable Publisher of(EventValues values) {
    for (Publisher publisher : values()) {
      if (values.is(Field.PROVIDER, publisher.provider)) {
        return publisher.logsInto(values) ? publisher : null;
      }
    }
    return null;
  }

  /** Clearing the Security log is told in it, clearing another one in the System log. */
  private boolean logsInto(EventValues values) {
    if (this != EVENT_LOG) {
      return values.is(Field.CHANNEL, channel);
    }
    return values.is(Field.CHANNEL, values.id() == 1102 ? "Security" : "System");
  }
}
