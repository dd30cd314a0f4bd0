package postmortem.parser.windows.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import postmortem.parser.windows.Window;

/**
 * Cuts XML into its {@code Event} elements, however many stand in a line, with a root around them
 * or without. Nothing is resolved, and no more than the longest element is held in memory.
 */
final class EventElements implements Closeable {

  /** What was found. */
  enum Kind {
    EVENT,
    /** An element that does not end. */
    CUT,
    TOO_LONG,
    /** Text outside of events. */
    JUNK
  }

  private static final int NAME = 6; // <Event

  private final Window window;
  private final int longest;
  private Kind kind = Kind.JUNK;
  private int start;
  private int end;
  private int at;
  private long longFrom;

  EventElements(InputStream in, long offset, int longest) {
    this.window = new Window(in, offset);
    this.longest = longest;
  }

  /** Moves to the next element, or to what is none; false where there is nothing more. */
  boolean next() throws IOException {
    longFrom = -1;
    start = at;
    while (skipBlanks()) {
      if (isEvent()) {
        element();
        return true;
      }
      if (!isEnvelope()) {
        junk();
        return true;
      }
      if (!skipTag()) {
        kind = Kind.JUNK;
        finish();
        return true;
      }
    }
    window.checkEnd();
    return false;
  }

  private boolean skipBlanks() {
    do {
      byte[] b = window.bytes();
      while (at < window.limit() && (b[at] <= ' ' && b[at] >= 0 || isMark(b[at]))) {
        at++;
      }
      start = at;
    } while (at == window.limit() && fill());
    return at < window.limit();
  }

  /** A byte of a byte order mark. */
  private boolean isMark(byte b) {
    return window.offset() + at < 3 && (b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf);
  }

  /** Reads on; drops what is too long to be kept. */
  private boolean fill() {
    if (longFrom < 0 && at - start > longest) {
      longFrom = window.offset() + start;
    }
    int keep = longFrom >= 0 ? at : start;
    boolean more = window.more(keep);
    if (more) {
      at -= keep;
      start = 0;
    }
    return more;
  }

  private boolean have(int bytes) {
    while (at + bytes > window.limit()) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  private boolean isAt(String word) {
    if (!have(word.length())) {
      return false;
    }
    byte[] b = window.bytes();
    for (int i = 0; i < word.length(); i++) {
      if (b[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isEvent() {
    return isAt("<Event") && have(NAME + 1) && endsName(window.bytes()[at + NAME]);
  }

  private static boolean endsName(byte b) {
    return b == ' ' || b == '>' || b == '\r' || b == '\n' || b == '\t' || b == '/';
  }

  /** What may stand around events: a root, a declaration, a comment. */
  private boolean isEnvelope() {
    return isAt("<Events") || isAt("</Events") || isAt("<?") || isAt("<!");
  }

  /** False where it does not end, so that it may have taken events with it. */
  private boolean skipTag() {
    boolean ended;
    if (isAt("<!--")) {
      ended = skipTo("-->");
    } else {
      ended = skipTo('>');
      at += ended ? 1 : 0;
    }
    if (ended) {
      start = at;
    }
    return ended;
  }

  private boolean skipTo(char c) {
    do {
      byte[] b = window.bytes();
      while (at < window.limit()) {
        if (b[at] == c) {
          return true;
        }
        at++;
      }
    } while (fill());
    return false;
  }

  private boolean skipTo(String word) {
    while (skipTo(word.charAt(0))) {
      if (isAt(word)) {
        at += word.length();
        return true;
      }
      at++;
    }
    return false;
  }

  private void element() {
    at += NAME;
    while (skipTo('<')) {
      if (isAt("</Event") && have(8) && endsName(window.bytes()[at + 7])) {
        kind = Kind.EVENT;
        if (skipTo('>')) {
          at++;
        }
        finish();
        return;
      }
      if (isEvent()) {
        break;
      }
      if (isAt("<![CDATA[")) {
        skipTo("]]>");
      } else if (isAt("<!--")) {
        skipTo("-->");
      } else {
        at++;
      }
    }
    kind = Kind.CUT;
    finish();
  }

  private void junk() {
    kind = Kind.JUNK;
    at++;
    while (at - start <= longest && skipTo('<') && !isEvent()) {
      at++;
    }
    finish();
  }

  private void finish() {
    end = at;
    if (kind == Kind.EVENT && (longFrom >= 0 || end - start > longest)) {
      kind = Kind.TOO_LONG;
    }
  }

  Kind kind() {
    return kind;
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
    return longFrom >= 0 ? longFrom : window.offset() + start;
  }

  long length() {
    return window.offset() + end - offset();
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
