package postmortem.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import postmortem.store.SqlToken;
import postmortem.store.SqlToken.Kind;
import postmortem.store.SqlTokens;

/** Says when a statement is complete, and which word of it is being typed. */
final class LineParser implements Parser {

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean accepting = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
    if (accepting
        && !Interpreter.isCommand(line)
        && !Statements.isComplete(line)
        && !isBlank(line)) {
      throw new EOFError(-1, -1, "a semicolon is missing", "");
    }
    int start = wordStart(line, cursor);
    return new Line(line, cursor, line.substring(start, cursor));
  }

  private static boolean isBlank(String line) {
    return line.isBlank();
  }

  /** Where the word at the cursor begins: a quote belongs to its text. */
  static int wordStart(String line, int cursor) {
    String before = line.substring(0, cursor);
    if (Interpreter.isCommand(before)) {
      return before.lastIndexOf(' ') + 1;
    }
    List<SqlToken> tokens = SqlTokens.of(before);
    if (tokens.isEmpty()) {
      return cursor;
    }
    SqlToken last = tokens.get(tokens.size() - 1);
    boolean open = !last.closed() && (last.kind() == Kind.STRING || last.kind() == Kind.NAME);
    boolean word = last.kind() == Kind.WORD && last.end() == cursor;
    return open || word ? last.start() : cursor;
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  /** The line as far as completion wants to know it. */
  private record Line(String line, int cursor, String word) implements CompletingParsedLine {
    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }
  }
}
