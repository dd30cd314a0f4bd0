package postmortem.parser.windows.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import postmortem.parser.RejectReason;
import postmortem.parser.windows.Window;

/**
 * Cuts what Event Viewer exported into rows, whose last field may go over several lines in quotes.
 *
 * <p>A quote that does not close takes no more than up to the next line that begins as rows do.
 */
final class ExportRows implements Closeable {

  /** Date, time, source, type, category, event, user, computer, description. */
  static final int FIELDS = 9;

  /** No description is so long; beyond, a quote is taken for one that does not close. */
  private static final int LONGEST = 1 << 17;

  private static final int ROW_BEGIN = 40;

  private final Window window;
  private final int longest;
  private final int[] starts = new int[FIELDS];
  private final int[] ends = new int[FIELDS];
  private int fields;
  private int start;
  private int end;
  private int at;
  private int next;
  private long dropped;
  private @Nullable RejectReason bad;

  ExportRows(InputStream in, long offset, int maxLine) {
    this.window = new Window(in, offset);
    this.longest = Math.min(maxLine, LONGEST);
  }

  /** Moves to the next row; false where there is none. */
  boolean next() throws IOException {
    start = next;
    at = start;
    dropped = 0;
    bad = null;
    if (!have(1)) {
      window.checkEnd();
      return false;
    }
    if (!cut()) {
      recover();
    }
    return true;
  }

  private boolean have(int bytes) {
    while (at + bytes > window.limit()) {
      int keep = start;
      boolean more = window.more(keep);
      if (!more) {
        return false;
      }
      start = 0;
      at -= keep;
    }
    return true;
  }

  /** Finds fields and end of the row; false where it has no end within the limit. */
  private boolean cut() {
    boolean quoted = false;
    boolean begins = true;
    char separator = 0;
    fields = 0;
    int field = 0; // from the start of the row
    while (have(1)) {
      if (at - start > longest) {
        return false;
      }
      byte c = window.bytes()[at];
      if (quoted) {
        if (c == '"') {
          at++;
          quoted = have(1) && window.bytes()[at] == '"';
          at += quoted ? 1 : 0;
          if (!quoted && have(1) && !endsLine(window.bytes()[at])) {
            return false; // it belongs to another row: the quote of this one does not close
          }
          continue;
        }
      } else if (c == '\n') {
        break;
      } else if (c == '"' && begins && fields == FIELDS - 1) {
        quoted = true;
      } else if (fields < FIELDS - 1 && (c == separator || separator == 0 && isSeparator(c))) {
        separator = (char) c;
        starts[fields] = field;
        ends[fields++] = at - start;
        field = at - start + 1;
        begins = true;
        at++;
        continue;
      }
      begins = false;
      at++;
    }
    if (quoted) {
      return false;
    }
    end = at;
    next = Math.min(window.limit(), at + 1);
    if (end > start && window.bytes()[end - 1] == '\r') {
      end--;
    }
    starts[fields] = field;
    ends[fields++] = end - start;
    return true;
  }

  private static boolean endsLine(byte c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isSeparator(byte c) {
    return c == ',' || c == '\t';
  }

  /** Goes on at the next line that begins as a row does. */
  private void recover() {
    bad = at - start > longest ? RejectReason.TOO_LONG : RejectReason.UNCLOSED_QUOTE;
    at = start;
    while (have(1)) {
      if (window.bytes()[at++] == '\n' && beginsRow()) {
        break;
      }
      if (at - start > longest) {
        dropped += at - start;
        start = at;
      }
    }
    end = at;
    next = at;
  }

  private boolean beginsRow() {
    have(ROW_BEGIN);
    return isRow(window.bytes(), at, Math.min(window.limit(), at + ROW_BEGIN));
  }

  /** Is there a date, a separator and the beginning of a time? */
  static boolean isRow(byte[] b, int from, int to) {
    int i = from;
    int digits = 0;
    while (i < to && (isDigit(b[i]) || b[i] == '/' || b[i] == '.' || b[i] == '-' || b[i] == ' ')) {
      digits += isDigit(b[i]) ? 1 : 0;
      i++;
    }
    if (digits < 4 || digits > 8 || i == to || !isSeparator(b[i])) {
      return false;
    }
    int hour = ++i;
    while (i < to && isDigit(b[i])) {
      i++;
    }
    return i > hour && i - hour <= 2 && i < to && (b[i] == ':' || b[i] == '.');
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Why the row cannot be read, or null. */
  @Nullable RejectReason bad() {
    return bad;
  }

  int fields() {
    return fields;
  }

  int start(int field) {
    return start + starts[field];
  }

  int end(int field) {
    return start + ends[field];
  }

  byte[] block() {
    return window.bytes();
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  long offset() {
    return window.offset() + start - dropped;
  }

  long length() {
    return dropped + end - start;
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
