package postmortem.parser.windows.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are asked for, as the tools spell them (windows-event-logs.md, 3), without case and
 * without {@code _ @ # -} and blanks: {@code EventID} is {@code event_id}.
 */
enum JsonKey {
  /** The event itself; in ECS, what is said of any event. */
  EVENT("event", "events"),
  /** An object whose keys count as if they stood above it. */
  BODY("winlog", "result", "columns", "win", "fields"),
  SYSTEM("system"),
  /** The named and unnamed values of the event. */
  EVENT_DATA("eventdata", "userdata"),
  /** An unnamed value, or several; else an object around all. */
  DATA("data"),
  /** A string that holds JSON, of EvtxECmd. */
  PAYLOAD("payload"),
  /** Insertion strings. */
  STRINGS("properties", "replacementstrings", "insertionstrings", "stringinserts", "strings"),
  MESSAGE("message", "shortmessage", "fullmessage"),
  RENDERING("renderinginfo"),
  ATTRIBUTES("attributes"),
  PROVIDER("provider", "providername", "sourcename", "eventsourcename", "providerattributes"),
  /** A document of Elasticsearch, or who has logged. */
  SOURCE("source"),
  NAME("name"),
  TEXT("text", "value", "content"),
  /** The number of the event. */
  ID("eventid", "eventcode"),
  /** The same in ECS. */
  CODE("code"),
  /** A number that may be something else, or have more bits. */
  POOR_ID("id", "instanceid", "eventidentifier"),
  /** The number of the record in its log; of several, the one that the event itself holds. */
  RECORD_ID("eventrecordid"),
  RECORD_NUMBER("recordid", "recordnumber"),
  CHANNEL("channel", "logname", "logfile"),
  COMPUTER("computer", "computername", "hostname", "machinename"),
  HOST("host"),
  /** A time that is one of UTC, if it names no zone. */
  TIME("timecreated", "systemtime", "timecreatedattributes"),
  /** When somebody took the event up. */
  COLLECTED("timestamp", "time"),
  /** A time on the clock of the machine, if it names no zone. */
  LOCAL_TIME("eventtime", "timegenerated", "datetime"),
  WRITTEN("timewritten");

  private static final int SLOTS = 256;
  private static final String[] NAMES = new String[SLOTS];
  private static final JsonKey[] KEYS = new JsonKey[SLOTS];

  private final String[] names;

  JsonKey(String... names) {
    this.names = names;
  }

  static {
    for (JsonKey key : values()) {
      for (String name : key.names) {
        int slot = 0;
        for (int i = 0; i < name.length(); i++) {
          slot = slot * 31 + name.charAt(i);
        }
        slot &= SLOTS - 1;
        while (NAMES[slot] != null) {
          slot = slot + 1 & SLOTS - 1;
        }
        NAMES[slot] = name.toLowerCase(Locale.ROOT);
        KEYS[slot] = key;
      }
    }
  }

  /** The key of this name; null where none is asked for. */
  static @Nullable JsonKey of(byte[] b, int from, int to) {
    int slot = 0;
    for (int i = from; i < to; i++) {
      slot = isLetter(b[i]) ? slot * 31 + (b[i] | 0x20) : slot;
    }
    slot &= SLOTS - 1;
    while (NAMES[slot] != null) {
      if (is(b, from, to, NAMES[slot])) {
        return KEYS[slot];
      }
      slot = slot + 1 & SLOTS - 1;
    }
    return null;
  }

  private static boolean is(byte[] b, int from, int to, String name) {
    int at = 0;
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (c == '_' || c == '@' || c == '#' || c == '-' || c == ' ') {
        continue;
      }
      if (at == name.length() || (c | 0x20) != name.charAt(at++)) {
        return false;
      }
    }
    return at == name.length();
  }

  private static boolean isLetter(byte c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }
}
