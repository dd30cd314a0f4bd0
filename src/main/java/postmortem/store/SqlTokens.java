package postmortem.store;

import java.util.ArrayList;
import java.util.List;
import postmortem.store.SqlToken.Kind;

/**
 * Cuts SQL into its pieces as DuckDB does, without judging them: what is quoted or a comment must
 * not be taken for anything else.
 */
public final class SqlTokens {

  private final CharSequence text;
  private final List<SqlToken> tokens = new ArrayList<>();

  private SqlTokens(CharSequence text) {
    this.text = text;
  }

  /** All pieces in order; blanks are between them. */
  public static List<SqlToken> of(CharSequence text) {
    SqlTokens cutter = new SqlTokens(text);
    int at = 0;
    while (at < text.length()) {
      at = Character.isWhitespace(text.charAt(at)) ? at + 1 : cutter.token(at);
    }
    return List.copyOf(cutter.tokens);
  }

  private int token(int start) {
    char c = text.charAt(start);
    if (c == '\'') {
      boolean escapes = isEscapeString(start);
      return quoted(Kind.STRING, start, c, escapes);
    }
    if (c == '"') {
      return quoted(Kind.NAME, start, c, false);
    }
    if (at(start, "--")) {
      return upTo(Kind.COMMENT, start, "\n", 0, true);
    }
    if (at(start, "/*")) {
      return comment(start);
    }
    if (c == '$') {
      return dollar(start);
    }
    if (isDigit(c)) {
      return run(Kind.NUMBER, start);
    }
    if (isWordStart(c)) {
      return run(Kind.WORD, start);
    }
    Kind kind = c == ';' ? Kind.SEMICOLON : c == '?' ? Kind.PARAMETER : Kind.SIGN;
    return add(kind, start, start + 1, true);
  }

  /** {@code E'it\'s'}: only there does a backslash hide the quote. */
  private boolean isEscapeString(int quote) {
    if (tokens.isEmpty()) {
      return false;
    }
    SqlToken before = tokens.get(tokens.size() - 1);
    return before.end() == quote && before.in(text).equalsIgnoreCase("e");
  }

  private int quoted(Kind kind, int start, char quote, boolean escapes) {
    int at = start + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (escapes && c == '\\') {
        at += 2;
      } else if (c == quote && at + 1 < text.length() && text.charAt(at + 1) == quote) {
        at += 2;
      } else if (c == quote) {
        return add(kind, start, at + 1, true);
      } else {
        at++;
      }
    }
    return add(kind, start, text.length(), false);
  }

  /** Comments of this kind lie in one another, as in PostgreSQL. */
  private int comment(int start) {
    int depth = 1;
    int at = start + 2;
    while (at < text.length()) {
      if (at(at, "*/")) {
        at += 2;
        if (--depth == 0) {
          return add(Kind.COMMENT, start, at, true);
        }
      } else if (at(at, "/*")) {
        depth++;
        at += 2;
      } else {
        at++;
      }
    }
    return add(Kind.COMMENT, start, text.length(), false);
  }

  /** {@code $1}, {@code $name}, {@code $$text$$} or {@code $tag$text$tag$}. */
  private int dollar(int start) {
    int at = start + 1;
    while (at < text.length() && isWordPart(text.charAt(at)) && text.charAt(at) != '$') {
      at++;
    }
    boolean tag = at < text.length() && text.charAt(at) == '$';
    if (tag && (at == start + 1 || !isDigit(text.charAt(start + 1)))) {
      String end = text.subSequence(start, at + 1).toString();
      return upTo(Kind.STRING, start, end, end.length(), false);
    }
    return add(at == start + 1 ? Kind.SIGN : Kind.PARAMETER, start, at, true);
  }

  /** Up to these signs, which belong to it where {@code length} is theirs. */
  private int upTo(Kind kind, int start, String end, int length, boolean closedByEnd) {
    for (int at = start + Math.max(1, length); at < text.length(); at++) {
      if (at(at, end)) {
        return add(kind, start, at + length, true);
      }
    }
    return add(kind, start, text.length(), closedByEnd);
  }

  private int run(Kind kind, int start) {
    int at = start + 1;
    while (at < text.length()
        && (isWordPart(text.charAt(at)) || kind == Kind.NUMBER && text.charAt(at) == '.')) {
      at++;
    }
    return add(kind, start, at, true);
  }

  private int add(Kind kind, int start, int end, boolean closed) {
    int inside = Math.min(end, text.length());
    tokens.add(new SqlToken(kind, start, inside, closed));
    return inside;
  }

  private boolean at(int at, String signs) {
    if (at + signs.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < signs.length(); i++) {
      if (text.charAt(at + i) != signs.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$';
  }
}
