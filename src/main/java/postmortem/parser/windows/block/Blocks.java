package postmortem.parser.windows.block;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import postmortem.parser.windows.Noise;
import postmortem.parser.windows.Window;
import postmortem.text.AsciiText;

/** Cuts a text into blocks, each from a line that begins one up to the next such line. */
final class Blocks implements Closeable {

  /** No event has a longer text. */
  private static final int LONGEST = 1 << 18;

  /** Of a line and the one below it, so much says whether it begins a block. */
  static final int BEGIN = 256;

  private final Window window;
  private final BlockForm form;
  private final int longest;
  private int at;
  private int start;
  private int end;
  private boolean outside;
  private boolean tooLong;
  private long dropped;

  Blocks(InputStream in, long offset, BlockForm form, int maxLine) {
    this.window = new Window(in, offset);
    this.form = form;
    this.longest = Math.min(maxLine, LONGEST);
  }

  /** Moves to the next block, or what stands outside of all; false where there is none. */
  boolean next() throws IOException {
    start = at;
    dropped = 0;
    tooLong = false;
    if (!have(1)) {
      window.checkEnd();
      return false;
    }
    outside = !begins();
    while (have(1) && !ends()) {
      line();
      drop();
    }
    end = at;
    while (end > start && window.bytes()[end - 1] <= ' ' && window.bytes()[end - 1] >= 0) {
      end--;
    }
    return true;
  }

  /**
   * Does the block end before this line? One that holds noise ends it: of what stands behind, up to
   * where a block begins, nobody knows what it belongs to.
   */
  private boolean ends() {
    boolean first = at == start && dropped == 0;
    return !first && (begins() || !outside && isNoise());
  }

  private boolean isNoise() {
    have(BEGIN);
    int to = Math.min(window.limit(), at + BEGIN);
    int lf = AsciiText.indexOf(window.bytes(), at, to, '\n');
    return Noise.in(window.bytes(), at, lf < 0 ? to : lf);
  }

  private boolean have(int bytes) {
    while (at + bytes > window.limit()) {
      int keep = start;
      if (!window.more(keep)) {
        return false;
      }
      start = 0;
      at -= keep;
    }
    return true;
  }

  private boolean begins() {
    have(BEGIN);
    return form.begins(window.bytes(), at, Math.min(window.limit(), at + BEGIN));
  }

  /** Moves behind the end of the line. */
  private void line() {
    while (have(1)) {
      int lf = AsciiText.indexOf(window.bytes(), at, window.limit(), '\n');
      if (lf >= 0) {
        at = lf + 1;
        return;
      }
      at = window.limit();
      drop();
    }
  }

  /** Holds no more than an event may have. */
  private void drop() {
    if (at - start > longest) {
      tooLong = true;
      dropped += at - start;
      start = at;
    }
  }

  /** Was it longer than the limit? Then it has an offset and a length only. */
  boolean tooLong() {
    return tooLong;
  }

  /** Does it stand before the first block, or behind noise, and so in none? */
  boolean isOutside() {
    return outside;
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

  /** Does the file end before its last line does? To be asked behind the last block. */
  boolean isTorn() {
    return window.isTorn();
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
