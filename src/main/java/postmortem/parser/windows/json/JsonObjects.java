package postmortem.parser.windows.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import postmortem.parser.windows.Window;
import postmortem.text.AsciiText;

/**
 * Cuts JSON into the objects that are events: one in each line, or over several lines, or in an
 * array, or in an array that a wrapper holds. No more than the longest object is held in memory.
 *
 * <p>An object that does not end takes no more than up to where the next one clearly begins.
 */
final class JsonObjects implements Closeable {

  /** What was found. */
  enum Kind {
    OBJECT,
    /** An object that does not end. */
    CUT,
    TOO_LONG,
    /** Text outside of objects. */
    JUNK
  }

  private final Window window;
  private final int longest;
  private final JsonWrapper wrapper = new JsonWrapper();
  private Kind kind = Kind.JUNK;
  private int start;
  private int end;
  private int at;
  private int wrappers; // that are open
  private boolean first = true;
  private long longFrom = -1;

  // of the object that is being cut
  private int depth;
  private boolean string;
  private boolean escaped;
  private int lines; // that have ended
  private byte last; // that is no blank
  private byte before; // whatever it is

  JsonObjects(InputStream in, long offset, int longest) {
    this.window = new Window(in, offset);
    this.longest = longest;
  }

  /** Moves to the next object, or to what is none; false where there is nothing more. */
  boolean next() throws IOException {
    longFrom = -1;
    start = at;
    while (skipBetween()) {
      if (window.bytes()[at] != '{') {
        if (prefix()) {
          object();
        }
        return true;
      }
      if (!opensWrapper()) {
        object();
        return true;
      }
    }
    window.checkEnd();
    return false;
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

  /** Skips what may stand between objects. */
  private boolean skipBetween() {
    boolean inString = false;
    do {
      byte[] b = window.bytes();
      while (at < window.limit()) {
        byte c = b[at];
        if (wrappers > 0 && (c == '"' || inString)) {
          inString = c == '"' ? !inString : c != '\n';
        } else if (c == '}' && wrappers > 0) {
          wrappers--;
        } else if (!isBetween(c) && !isMark(c)) {
          break;
        }
        at++;
      }
      start = at;
    } while (at == window.limit() && fill());
    return at < window.limit();
  }

  private boolean isBetween(byte c) {
    boolean scalar = wrappers > 0 && c != '{' && c > ' ' && c < 0x7f;
    boolean blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    return scalar || blank || c == ',' || c == '[' || c == ']';
  }

  /** A byte of a byte order mark. */
  private boolean isMark(byte b) {
    return window.offset() + at < 3 && (b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf);
  }

  private boolean opensWrapper() {
    have(JsonWrapper.HEAD);
    int to = Math.min(window.limit(), at + JsonWrapper.HEAD);
    int inside = wrapper.open(window.bytes(), at, to, first);
    first = false;
    if (inside < 0) {
      return false;
    }
    wrappers += wrapper.opened();
    at = inside;
    return true;
  }

  /** Text before an object: what a relay has put before it in the same line belongs to it. */
  private boolean prefix() {
    kind = Kind.JUNK;
    do {
      byte[] b = window.bytes();
      while (at < window.limit() && at - start <= longest) {
        if (b[at] == '{' && at > start) {
          return true;
        }
        if (b[at] == '\n') {
          end = at;
          return false;
        }
        at++;
      }
    } while (at - start <= longest && fill());
    end = at;
    return false;
  }

  private void object() {
    depth = 0;
    string = false;
    escaped = false;
    lines = 0;
    last = 0;
    before = 0;
    do {
      if (scan()) {
        if (kind == Kind.OBJECT && (longFrom >= 0 || end - start > longest)) {
          kind = Kind.TOO_LONG;
        }
        return;
      }
    } while (fill());
    kind = Kind.CUT;
    end = at;
  }

  /** Goes through the block; true where the object has ended. */
  private boolean scan() {
    byte[] b = window.bytes();
    int limit = window.limit();
    int i = at;
    while (i < limit) {
      byte c = b[i];
      if (string) {
        i = inString(b, i, limit);
        if (string && i < limit) {
          return finish(Kind.CUT, i); // no string holds a line end as such
        }
        continue;
      }
      if (c == '{' && before == '\n' && depth > 0 && !belongs()) {
        return finish(Kind.CUT, i);
      }
      i++;
      before = c;
      if (c <= ' ' && c >= 0) {
        lines += c == '\n' ? 1 : 0;
        continue;
      }
      last = c;
      string = c == '"';
      depth += c == '{' || c == '[' ? 1 : 0;
      if ((c == '}' || c == ']') && --depth == 0) {
        return finish(Kind.OBJECT, i);
      }
    }
    at = limit;
    return false;
  }

  /** Goes on behind the quote that closes a string, or to the line end in it. */
  private int inString(byte[] b, int from, int limit) {
    for (int i = from; i < limit; i++) {
      byte c = b[i];
      if (escaped) {
        escaped = false;
      } else if (c == '"') {
        string = false;
        return i + 1;
      } else if (c == '\\') {
        escaped = true;
      }
      if (c == '\n') {
        return i;
      }
    }
    return limit;
  }

  /** May an object that begins a line be a part of the one before it, as printers indent? */
  private boolean belongs() {
    return last == ':' || last == '[' || lines > 1 && last == ',';
  }

  private boolean finish(Kind found, int to) {
    kind = found;
    end = to;
    at = to;
    return true;
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

  /** Where the object itself begins, behind what a relay has put before it. */
  int body() {
    return AsciiText.indexOf(window.bytes(), start, end, '{');
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
