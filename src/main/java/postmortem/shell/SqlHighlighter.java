package postmortem.shell;

import java.util.Locale;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import postmortem.store.SqlToken;
import postmortem.store.SqlTokens;

/** Colours for what is being typed. */
final class SqlHighlighter implements Highlighter {

  private static final AttributedStyle KEYWORD =
      AttributedStyle.BOLD.foreground(AttributedStyle.BLUE);
  private static final AttributedStyle STRING =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle NUMBER =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle PARAMETER =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
  private static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.faint();
  private static final AttributedStyle COMMAND =
      AttributedStyle.BOLD.foreground(AttributedStyle.YELLOW);

  private final Catalog catalog;

  SqlHighlighter(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public AttributedString highlight(LineReader reader, String line) {
    AttributedStringBuilder out = new AttributedStringBuilder();
    if (Interpreter.isCommand(line)) {
      int end = line.indexOf(' ');
      out.styled(COMMAND, end < 0 ? line : line.substring(0, end));
      return out.append(end < 0 ? "" : line.substring(end)).toAttributedString();
    }
    int from = 0;
    for (SqlToken token : SqlTokens.of(line)) {
      out.append(line, from, token.start());
      out.styled(style(token, line), token.in(line));
      from = token.end();
    }
    return out.append(line, from, line.length()).toAttributedString();
  }

  private AttributedStyle style(SqlToken token, String line) {
    return switch (token.kind()) {
      case WORD ->
          catalog.keywords().contains(token.in(line).toUpperCase(Locale.ROOT))
              ? KEYWORD
              : AttributedStyle.DEFAULT;
      case STRING -> STRING;
      case NUMBER -> NUMBER;
      case PARAMETER -> PARAMETER;
      case COMMENT -> COMMENT;
      case NAME, SEMICOLON, SIGN -> AttributedStyle.DEFAULT;
    };
  }
}
