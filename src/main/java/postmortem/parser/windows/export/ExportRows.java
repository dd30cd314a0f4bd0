package postmortem.parser.windows.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import postmortem.parser.RejectReason;
import postmortem.parser.windows.Window;

/**
 * Cuts an exported table into rows, whose cells may go over several lines in quotes.
 *
 * <p>A quote that does not close takes no more than up to the next line that begins as rows do.
 */
final class ExportRows implements Closeable {

  /** No description is so long; beyond, a quote is taken for one that does not close. */
  private static final int LONGEST = 1 << 17;

  private static final int ROW_BEGIN = 256;

  private final Window window;
  private final TableLayout layout;
  private final int longest;
  private final int last; // the cell that takes the rest; -1 where none does
  private final int[] starts;
  private final int[] ends;
  private final boolean[] quotes;
  private int fields;
  private int start;
  private int end;
  private int at;
  private int next;
  private long dropped;
  private @Nullable RejectReason bad;

  ExportRows(InputStream in, long offset, int maxLine, TableLayout layout) {
    this.window = new Window(in, offset);
    this.layout = layout;
    this.longest = Math.min(maxLine, LONGEST);
    this.last = layout.lastTakesRest() ? layout.cells() - 1 : -1;
    this.starts = new int[layout.cells()];
    this.ends = new int[layout.cells()];
    this.quotes = new boolean[layout.cells()];
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

  /** Finds cells and end of the row; false where it has no end within the limit. */
  private boolean cut() {
    byte separator = layout.separator();
    fields = 0;
    int cell = 0; // from the start of the row
    while (have(1)) {
      if (at - start > longest) {
        return false;
      }
      byte c = window.bytes()[at];
      boolean begins = at - start == cell;
      if (c == '\n') {
        break;
      }
      if (c == '"' && begins && layout.hasQuotes()) {
        if (!quoted(separator)) {
          return false;
        }
        continue;
      }
      if (fields != last && (c == separator || separator == TableLayout.ANY && isSeparator(c))) {
        separator = c;
        endCell(cell, at - start);
        cell = at - start + 1;
      }
      at += isWide(at) ? 2 : 1;
    }
    end = at;
    next = Math.min(window.limit(), at + 1);
    if (end > start && window.bytes()[end - 1] == '\r') {
      end--;
    }
    endCell(cell, Math.max(cell, end - start));
    if (separator == ' ') {
      cutAtBlanks();
    }
    return true;
  }

  /** Does a character of two bytes begin here, in code page 932? */
  private boolean isWide(int i) {
    byte[] b = window.bytes();
    if (!layout.isWide() || i + 1 >= window.limit()) {
      return false;
    }
    int lead = b[i] & 0xff;
    return (lead > 0x80 && lead < 0xa0 || lead >= 0xe0 && lead < 0xfd) && (b[i + 1] & 0xff) >= 0x40;
  }

  /** Goes behind the quote that closes; false where none does. */
  private boolean quoted(byte separator) {
    at++;
    while (have(1)) {
      if (at - start > longest) {
        return false;
      }
      byte c = window.bytes()[at++];
      if (c != '"') {
        at += isWide(at - 1) ? 1 : 0;
      } else if (!have(1)) {
        return true;
      } else if (window.bytes()[at] == '"') {
        at++;
      } else {
        byte behind = window.bytes()[at];
        // else it belongs to another row: the quote of this one does not close
        return behind == '\n' || behind == '\r' || fields != last && behind == separator;
      }
    }
    return false;
  }

  private void endCell(int from, int to) {
    if (fields < starts.length) {
      byte[] b = window.bytes();
      boolean quoted =
          layout.hasQuotes() && to - from > 1 && b[start + from] == '"' && b[start + to - 1] == '"';
      quotes[fields] = quoted;
      starts[fields] = quoted ? from + 1 : from;
      ends[fields] = quoted ? to - 1 : to;
    }
    fields++;
  }

  private void cutAtBlanks() {
    fields = BlankCells.cut(window.bytes(), start, end, starts, ends);
    for (int i = 0; i < fields; i++) {
      starts[i] -= start;
      ends[i] -= start;
    }
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
    return layout.begins(window.bytes(), at, Math.min(window.limit(), at + ROW_BEGIN));
  }

  /** Why the row cannot be read, or null. */
  @Nullable RejectReason bad() {
    return bad;
  }

  int fields() {
    return fields;
  }

  /** The first byte of a cell, without its quote. */
  int start(int field) {
    return start + starts[field];
  }

  /** One past the last byte of a cell, without its quote. */
  int end(int field) {
    return start + ends[field];
  }

  /** Does a cell stand in quotes, so that a doubled one in it is one? */
  boolean isQuoted(int field) {
    return quotes[field];
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

  /** Does the file end before its last line does? To be asked behind the last row. */
  boolean isTorn() {
    return window.isTorn();
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
