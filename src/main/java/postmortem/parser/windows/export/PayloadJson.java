package postmortem.parser.windows.export;

import org.jspecify.annotations.Nullable;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.Utf8Text;
import postmortem.text.AsciiText;

/**
 * Takes the values from what EvtxECmd makes of an event's data: {@code {"@Name":"IpAddress",
 * "#text":"-"}} for each value, {@code "key":"value"} for the data of users, and one text with
 * commas where values have no names (windows-event-logs.md, 3).
 */
final class PayloadJson {

  private final EventValues values;
  private @Nullable Field named;
  private int keyFrom;
  private int keyTo;
  private boolean hasKey;

  PayloadJson(EventValues values) {
    this.values = values;
  }

  /** Reads a text that is a part of the values' own. */
  void read(int from, int to) {
    named = null;
    hasKey = false;
    int i = from;
    while (i < to) {
      byte c = values.bytes()[i];
      if (c == '}' || c == '{') {
        named = null;
      }
      if (c != '"') {
        i++;
        continue;
      }
      int end = closing(i + 1, to);
      string(i + 1, end, isKey(end + 1, to));
      i = end + 1;
    }
  }

  private int closing(int from, int to) {
    int i = from;
    while (i < to && values.bytes()[i] != '"') {
      i += values.bytes()[i] == '\\' ? 2 : 1;
    }
    return Math.min(i, to);
  }

  private boolean isKey(int from, int to) {
    int i = from;
    while (i < to && values.bytes()[i] == ' ') {
      i++;
    }
    return i < to && values.bytes()[i] == ':';
  }

  private void string(int from, int to, boolean key) {
    if (key) {
      keyFrom = from;
      keyTo = to;
      hasKey = true;
      return;
    }
    byte[] b = values.bytes();
    if (!hasKey) {
      return;
    }
    hasKey = false;
    if (AsciiText.equalsIgnoreCase(b, keyFrom, keyTo, "@Name")) {
      named = Field.named(b, from, to);
    } else if (AsciiText.equalsIgnoreCase(b, keyFrom, keyTo, "#text")) {
      put(named, from, to);
    } else if (AsciiText.equalsIgnoreCase(b, keyFrom, keyTo, "Data")) {
      split(from, to);
    } else {
      put(Field.named(b, keyFrom, keyTo), from, to);
    }
  }

  private void put(@Nullable Field field, int from, int to) {
    if (field == null) {
      return;
    }
    Utf8Text out = values.begin();
    for (int i = from; i < to; i++) {
      byte c = values.bytes()[i];
      if (c == '\\' && i + 1 < to) {
        i += escape(out, i + 1, to);
      } else {
        out.put(c);
      }
    }
    values.finish(field);
  }

  /** Writes what an escape stands for; how many bytes it has behind the backslash. */
  private int escape(Utf8Text out, int at, int to) {
    byte c = values.bytes()[at];
    if (c != 'u' || at + 5 > to) {
      out.put(c == 'n' || c == 't' || c == 'r' ? ' ' : c);
      return 1;
    }
    int code = 0;
    for (int i = at + 1; i < at + 5; i++) {
      code = code * 16 + Math.max(0, Character.digit(values.bytes()[i], 16));
    }
    out.character(code);
    return 5;
  }

  private void split(int from, int to) {
    byte[] b = values.bytes();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || b[i] == ',' && i + 1 < to && b[i + 1] == ' ') {
        values.addString(start, i);
        start = i + 1;
      }
    }
  }
}
