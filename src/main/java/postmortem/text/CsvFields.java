package postmortem.text;

/**
 * Cuts a line of comma-separated values into fields, without making anything.
 *
 * <p>A field that begins with a quote ends at the first single quote that stands before a comma or
 * at the line's end; a doubled quote in it is one quote, and any other quote is itself. A quote
 * elsewhere is itself too. So a stray quote costs a field at most, and never the next line: a quote
 * that does not close takes the rest of the line, and {@link #unclosed()} says so. Reused for each
 * line; not thread-safe.
 */
public final class CsvFields {

  private static final byte PLAIN = 0;
  private static final byte QUOTED = 1;
  private static final byte DOUBLED = 2;

  private final int[] starts;
  private final int[] ends;
  private final byte[] forms;
  private boolean doubled; // of the quoted field just read
  private boolean unclosed;

  /**
   * @param maxFields fields whose places are kept; further ones are only counted
   */
  public CsvFields(int maxFields) {
    this.starts = new int[maxFields];
    this.ends = new int[maxFields];
    this.forms = new byte[maxFields];
  }

  /**
   * Finds the fields of the bytes from {@code from} to before {@code to}.
   *
   * @return how many there are, at least one
   */
  public int scan(byte[] b, int from, int to) {
    unclosed = false;
    int n = 0;
    int i = from;
    while (true) {
      int start = i;
      int end;
      byte form = PLAIN;
      if (i < to && b[i] == '"') {
        start = i + 1;
        end = closingQuote(b, start, to);
        i = Math.min(end + 1, to);
        form = doubled ? DOUBLED : QUOTED;
      } else {
        while (i < to && b[i] != ',') {
          i++;
        }
        end = i;
      }
      if (n < starts.length) {
        starts[n] = start;
        ends[n] = end;
        forms[n] = form;
      }
      n++;
      if (i >= to) {
        return n;
      }
      i++;
    }
  }

  private int closingQuote(byte[] b, int from, int to) {
    doubled = false;
    for (int i = from; i < to; i++) {
      if (b[i] == '"') {
        if (i + 1 == to || b[i + 1] == ',') {
          return i;
        }
        if (b[i + 1] == '"') {
          doubled = true;
          i++;
        }
      }
    }
    unclosed = true;
    return to;
  }

  /** The first byte of a field, without its quote. */
  public int start(int field) {
    return starts[field];
  }

  /** One past the last byte of a field, without its quote. */
  public int end(int field) {
    return ends[field];
  }

  /** Was the field written in quotes? */
  public boolean quoted(int field) {
    return forms[field] != PLAIN;
  }

  /** Does the field hold doubled quotes, each of which stands for one? */
  public boolean doubled(int field) {
    return forms[field] == DOUBLED;
  }

  /** Did a quote of the last line not close? */
  public boolean unclosed() {
    return unclosed;
  }

  /**
   * Copies bytes with each doubled quote made one.
   *
   * @return one past the last byte written
   */
  public static int copyUndoubled(byte[] from, int start, int end, byte[] to, int at) {
    int out = at;
    for (int i = start; i < end; i++) {
      to[out++] = from[i];
      if (from[i] == '"' && i + 1 < end && from[i + 1] == '"') {
        i++;
      }
    }
    return out;
  }
}
