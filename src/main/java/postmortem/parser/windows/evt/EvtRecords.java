package postmortem.parser.windows.evt;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import postmortem.parser.RejectReason;
import postmortem.parser.windows.Window;
import postmortem.text.AsciiText;

/**
 * Cuts an EVT file into its records, in the order of the file (evt-evtx-binary.md, 1.1 to 1.4).
 *
 * <p>The header of the file is not believed: a copy of a log in use has a stale one. All records up
 * to the one that ends the log are live; it says where the oldest one begins, and what stands in
 * between is left over from an earlier round of the ring. So one pass is enough, and nothing of a
 * large log is held but its first block, where its last record may go on.
 */
final class EvtRecords implements Closeable {

  static final int HEADER = 48;
  private static final int MAGIC = 0x654c664c; // LfLe
  private static final int FIXED = 56;
  private static final int TAIL = 4;
  private static final int END = 40;

  /** Strings and data of an event have 64 KiB each. */
  private static final int LONGEST = 1 << 18;

  private static final long NOWHERE = Long.MAX_VALUE;

  private final Window window;
  private final boolean leftovers;
  private byte[] head = new byte[0];
  private int headLimit;
  private int at; // in the window's block
  private long liveFrom; // offset; what stands before it is overwritten
  private boolean ended;
  private boolean garbage;
  private long overwritten;
  private long lastNumber;

  private byte[] record = new byte[0];
  private int start;
  private int end;
  private byte[] block = new byte[0];
  private int blockStart;
  private long offset;
  private long length;
  private @Nullable RejectReason bad;
  private boolean recovered;

  EvtRecords(InputStream in, long offset) {
    this(in, offset, false);
  }

  /**
   * @param leftovers are records wanted, too, that an earlier round of the ring has left?
   */
  EvtRecords(InputStream in, long offset, boolean leftovers) {
    this.leftovers = leftovers;
    this.window = new Window(in, offset);
  }

  /** Moves to the next live record, or to what is none; false at the end of the file. */
  boolean next() throws IOException {
    if (head.length == 0) {
      begin();
    }
    bad = null;
    while (have(1)) {
      if (isEnd()) {
        endOfLog();
      } else if (whole() || straddles()) {
        if (take()) {
          return true;
        }
      } else if (gap()) {
        return true;
      }
    }
    window.checkEnd();
    return false;
  }

  private void begin() {
    have(HEADER);
    head = window.bytes(); // the window never writes into a block again
    headLimit = window.limit();
    if (isHeader(head, headLimit)) {
      at = HEADER;
    }
  }

  /** Does a file begin as this? */
  static boolean isHeader(byte[] b, int limit) {
    return limit >= HEADER
        && AsciiText.four(b, 0) == HEADER
        && AsciiText.four(b, 4) == MAGIC
        && AsciiText.four(b, HEADER - TAIL) == HEADER;
  }

  private boolean have(int bytes) {
    while (at + bytes > window.limit()) {
      boolean more = window.more(at);
      if (!more) {
        return false;
      }
      at = 0;
    }
    return true;
  }

  private int four(int from) {
    return AsciiText.four(window.bytes(), at + from);
  }

  private long here() {
    return window.offset() + at;
  }

  private boolean isOverwritten() {
    return here() < liveFrom;
  }

  /** Is it the record that ends the log? */
  private boolean isEnd() {
    return have(END)
        && four(0) == END
        && four(4) == 0x11111111
        && four(8) == 0x22222222
        && four(12) == 0x33333333
        && four(16) == 0x44444444
        && four(36) == END;
  }

  /**
   * Believes what it says, if it is where it says to be, or is numbered behind the record before it
   * as in a part of a file. A further one is left over.
   */
  private void endOfLog() {
    long shift = here() - (four(24) & 0xffff_ffffL);
    boolean next = lastNumber > 0 && four(28) == (int) lastNumber + 1;
    if (!ended && (shift == 0 || next)) {
      ended = true;
      long oldest = (four(20) & 0xffff_ffffL) + shift;
      liveFrom = oldest > here() ? oldest : NOWHERE;
    }
    at += END;
  }

  /** Is it a record with the same length at both of its ends? */
  private boolean whole() {
    int size = size();
    if (size == 0 || !have(size) || four(size - TAIL) != size) {
      return false;
    }
    if (isOverwritten() && here() + size > liveFrom) {
      return false;
    }
    record = window.bytes();
    start = at;
    end = at + size;
    length = size;
    return true;
  }

  /** The length that a record claims; 0 where there is none. */
  private int size() {
    if (!have(FIXED) || four(4) != MAGIC) {
      return 0;
    }
    int size = four(0);
    return size >= FIXED + TAIL && size <= LONGEST ? size : 0;
  }

  /** Is it a record that goes on behind the header, because the file was at its end? */
  private boolean straddles() {
    int size = size();
    if (size == 0 || have(size)) {
      return false;
    }
    int rest = window.limit() - at;
    int more = HEADER + size - rest; // where it ends
    if (more > headLimit || more > here() || AsciiText.four(head, more - TAIL) != size) {
      return false;
    }
    record = new byte[size];
    System.arraycopy(window.bytes(), at, record, 0, rest);
    System.arraycopy(head, HEADER, record, rest, size - rest);
    start = 0;
    end = size;
    length = rest;
    return true;
  }

  /** Takes the record that was found; false where it is overwritten, and not wanted. */
  private boolean take() {
    boolean live = !isOverwritten();
    recovered = !live;
    place();
    at += (int) length;
    overwritten += live ? 0 : 1;
    lastNumber = live ? AsciiText.four(record, start + 8) & 0xffff_ffffL : lastNumber;
    return live || leftovers;
  }

  private void place() {
    block = window.bytes();
    blockStart = at;
    offset = here();
  }

  /** Passes over what is no record; false where that is as it should be. */
  private boolean gap() {
    place();
    boolean live = !isOverwritten();
    boolean claimed = size() > 0;
    boolean zeros = pass(claimed);
    length = here() - offset;
    boolean last = !have(1);
    if (!live || zeros || !claimed && goesOn() || last && length < FIXED) {
      return false;
    }
    if (last && !claimed) {
      garbage = true; // as old rounds of the ring leave it
      return false;
    }
    recovered = false;
    bad = claimed ? RejectReason.CUT_OFF : RejectReason.DAMAGED;
    return true;
  }

  /**
   * Moves on to where a record begins; are there only zeros up to it?
   *
   * @param claimed whether there is a length that may be right, though the other end denies it
   */
  private boolean pass(boolean claimed) {
    boolean zeros = true;
    boolean old = isOverwritten();
    int size = claimed && !old ? size() : 0;
    if (size > 0 && have(size + FIXED)) {
      at += size;
      if (isEnd() || size() > 0) {
        return false;
      }
      at -= size;
    }
    while (have(1)) {
      zeros &= window.bytes()[at] == 0;
      at++;
      boolean liveNow = old && !isOverwritten();
      if (liveNow || isEnd() || whole() || straddles()) {
        break;
      }
    }
    return zeros;
  }

  /**
   * Does it begin the file, and end as the rest of a record would whose beginning is at the end of
   * the ring?
   */
  private boolean goesOn() {
    int rest = (int) Math.min(here(), headLimit) - HEADER;
    if (offset > HEADER || rest < TAIL) {
      return false;
    }
    int size = AsciiText.four(head, HEADER + rest - TAIL);
    return size > rest && size <= LONGEST;
  }

  /** Why it cannot be read, or null. */
  @Nullable RejectReason bad() {
    return bad;
  }

  /** Is the record left over from an earlier round of the ring? */
  boolean recovered() {
    return recovered;
  }

  /** The bytes of the record, in one piece. */
  byte[] record() {
    return record;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The bytes of the file, where the record begins. */
  byte[] block() {
    return block;
  }

  int blockStart() {
    return blockStart;
  }

  long offset() {
    return offset;
  }

  /** In the file, up to its end where the record goes on behind the header. */
  long length() {
    return length;
  }

  /** How many records of earlier rounds there were. */
  long overwritten() {
    return overwritten;
  }

  /** Was there the record that ends the log? */
  boolean ended() {
    return ended;
  }

  /** Was there something at the end of the file that is no record? */
  boolean garbage() {
    return garbage;
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
