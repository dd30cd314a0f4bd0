package postmortem.store;

/**
 * A piece of SQL as it is written.
 *
 * @param start of it in the text, in chars
 * @param end behind it
 * @param closed false for a string, name or comment that the text ends in
 */
public record SqlToken(Kind kind, int start, int end, boolean closed) {

  /** What a piece is. */
  public enum Kind {
    /** A keyword, or a name without quotes. */
    WORD,
    /** A name in double quotes. */
    NAME,
    /** A text in single quotes, or between dollar signs. */
    STRING,
    NUMBER,
    /** {@code $name}, {@code $1} or {@code ?}. */
    PARAMETER,
    COMMENT,
    /** What ends a statement. */
    SEMICOLON,
    /** Any other sign. */
    SIGN
  }

  /** The piece itself. */
  public String in(CharSequence text) {
    return text.subSequence(start, end).toString();
  }
}
