package postmortem.parser.windows.evt;

import java.util.Locale;
import postmortem.event.Slice;
import postmortem.event.Times;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.Secrets;
import postmortem.parser.windows.SidText;
import postmortem.parser.windows.Utf8Text;

/** Writes a record as one line of text, for people. */
final class EvtText {

  /** Longer texts are of no use to a reader. */
  private static final int LONGEST = 1 << 14;

  private final EvtScan scan;
  private final EventValues values;
  private final Utf8Text out = new Utf8Text();

  private EvtText(EvtScan scan, EventValues values) {
    this.scan = scan;
    this.values = values;
  }

  /** The current record of a scan, of which the head is read; as much of it as can be read. */
  static String of(EvtScan scan, EventValues values) {
    return new EvtText(scan, values).line();
  }

  private String line() {
    out.ascii("Record " + scan.number());
    if (values.time() != Times.NEVER) {
      part(Times.instant(values.time()).toString());
    }
    boolean named = scan.names();
    field(Field.COMPUTER);
    field(Field.PROVIDER);
    part("event " + values.id());
    part(type(scan.type()));
    part("category " + scan.category());
    user();
    boolean whole = strings();
    Secrets.maskAuth(out.bytes(), 0, out.length());
    clean();
    out.ascii(named && whole ? "" : "...");
    return out.toString();
  }

  private void part(String ascii) {
    out.ascii(", ");
    out.ascii(ascii);
  }

  private void field(Field field) {
    Slice text = values.slice(field);
    if (text != null) {
      out.ascii(", ");
      out.copy(values.bytes(), values.start(field), values.end(field));
    }
  }

  /** All of them; false where they do not end, or have no end for a reader. */
  private boolean strings() {
    int at = scan.strings() > 0 ? scan.firstString() : 0;
    for (int i = 0; i < scan.strings(); i++) {
      int end = at < 0 ? -1 : scan.end(at);
      if (end < 0 || out.length() > LONGEST) {
        return false;
      }
      out.ascii(i == 0 ? ": \"" : " \"");
      out.utf16(scan.bytes(), at, end);
      out.put('"');
      at = end + 2;
    }
    return true;
  }

  /** Leaves nothing that would begin a new line, or move the cursor of a terminal. */
  private void clean() {
    byte[] b = out.bytes();
    for (int i = 0; i < out.length(); i++) {
      if (b[i] >= 0 && b[i] < ' ' || b[i] == 0x7f) {
        b[i] = ' ';
      }
    }
  }

  private void user() {
    int at = scan.sid();
    if (at >= 0) {
      int mark = out.length();
      out.ascii(", ");
      if (!SidText.put(out, scan.bytes(), at, scan.sidLength())) {
        out.cut(mark);
      }
    }
  }

  private static String type(int type) {
    return switch (type) {
      case 0 -> "success";
      case 1 -> "error";
      case 2 -> "warning";
      case 4 -> "information";
      case 8 -> "success audit";
      case 16 -> "failure audit";
      default -> String.format(Locale.ROOT, "type %d", type);
    };
  }
}
