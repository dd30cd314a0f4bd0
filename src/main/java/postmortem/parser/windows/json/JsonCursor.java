package postmortem.parser.windows.json;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import postmortem.parser.windows.Utf8Text;

/**
 * Goes through the tokens of JSON in a byte array. It believes what it sees: that brackets match is
 * not checked, and what is no JSON ends it.
 */
final class JsonCursor {

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private final Charset charset;
  private byte[] b = new byte[0];
  private int i;
  private int to;
  private int from;
  private int end;
  private boolean escapes; // in the string

  JsonCursor() {
    this(StandardCharsets.UTF_8);
  }

  JsonCursor(Charset charset) {
    this.charset = charset;
  }

  void begin(byte[] bytes, int start, int limit) {
    b = bytes;
    i = start;
    to = limit;
  }

  /** Moves to the next token. */
  JsonToken next() {
    while (i < to && (b[i] <= ' ' && b[i] >= 0 || b[i] == ',' || b[i] == ':')) {
      i++;
    }
    if (i == to) {
      return JsonToken.END;
    }
    return switch (b[i]) {
      case '{' -> bracket(JsonToken.OBJECT);
      case '}' -> bracket(JsonToken.END_OBJECT);
      case '[' -> bracket(JsonToken.ARRAY);
      case ']' -> bracket(JsonToken.END_ARRAY);
      case '"' -> string();
      default -> scalar();
    };
  }

  private JsonToken bracket(JsonToken token) {
    i++;
    return token;
  }

  private JsonToken string() {
    from = ++i;
    escapes = false;
    while (i < to && b[i] != '"') {
      if (b[i] == '\\') {
        escapes = true;
        i++;
      }
      i++;
    }
    if (i >= to) {
      i = to;
      return JsonToken.END;
    }
    end = i++;
    int behind = i;
    while (behind < to && b[behind] <= ' ' && b[behind] >= 0) {
      behind++;
    }
    if (behind < to && b[behind] == ':') {
      i = behind + 1;
      return JsonToken.KEY;
    }
    return JsonToken.STRING;
  }

  private JsonToken scalar() {
    from = i;
    escapes = false;
    while (i < to && isScalar(b[i])) {
      i++;
    }
    end = i;
    if (end == from) {
      i = to; // no JSON
      return JsonToken.END;
    }
    return JsonToken.SCALAR;
  }

  private static boolean isScalar(byte c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '-'
        || c == '+'
        || c == '.';
  }

  /** Skips what a token has opened. */
  void skip(JsonToken opened) {
    int depth = opened == JsonToken.OBJECT || opened == JsonToken.ARRAY ? 1 : 0;
    while (depth > 0) {
      switch (next()) {
        case OBJECT, ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> depth--;
        case END -> {
          return;
        }
        case KEY, STRING, SCALAR -> {
          // not asked for
        }
      }
    }
  }

  /** Where the next token is looked for. */
  int at() {
    return i;
  }

  byte[] bytes() {
    return b;
  }

  /** The first byte of a key, a string or a scalar, as written. */
  int from() {
    return from;
  }

  int end() {
    return end;
  }

  /** Is it the word for nothing? */
  boolean isNull() {
    return end - from == 4 && b[from] == 'n' && b[from - 1] != '"';
  }

  /** Writes what a string or a scalar says. */
  void text(Utf8Text out) {
    if (!escapes) {
      out.copy(b, from, end, charset);
      return;
    }
    int plain = from;
    for (int k = from; k < end; k++) {
      if (b[k] == '\\' && k + 1 < end) {
        out.copy(b, plain, k, charset);
        k = escape(out, k + 1);
        plain = k + 1;
      }
    }
    out.copy(b, plain, end, charset);
  }

  /** Writes what stands for something else; returns its last byte. */
  private int escape(Utf8Text out, int at) {
    if (b[at] == 'u') {
      int high = hex(at + 1);
      if (high < 0) {
        out.put('u');
        return at;
      }
      int low = Character.isHighSurrogate((char) high) && isEscape(at + 5) ? hex(at + 7) : -1;
      boolean pair = low >= 0 && Character.isLowSurrogate((char) low);
      out.character(pair ? Character.toCodePoint((char) high, (char) low) : high);
      return pair ? at + 10 : at + 4;
    }
    int meant = ESCAPES.indexOf(b[at]);
    if (meant >= 0) {
      out.put(MEANT.charAt(meant));
    } else {
      out.copy(b, at, at + 1);
    }
    return at;
  }

  private boolean isEscape(int at) {
    return at + 1 < end && b[at] == '\\' && b[at + 1] == 'u';
  }

  /** The number of four hex digits; -1 where there are none. */
  private int hex(int at) {
    if (at + 4 > end) {
      return -1;
    }
    int value = 0;
    for (int k = at; k < at + 4; k++) {
      int digit = Character.digit(b[k], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
