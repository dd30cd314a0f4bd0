package postmortem.shell;

import java.util.ArrayList;
import java.util.List;
import postmortem.store.SqlToken;
import postmortem.store.SqlToken.Kind;
import postmortem.store.SqlTokens;

/** Cuts a text into its statements. */
public final class Statements {

  private Statements() {}

  /**
   * The statements in order, without the semicolons that end them; what has no more than comments
   * is none.
   */
  public static List<String> of(String text) {
    List<String> all = new ArrayList<>();
    int from = 0;
    boolean any = false;
    for (SqlToken token : SqlTokens.of(text)) {
      if (token.kind() == Kind.SEMICOLON) {
        add(any, text.substring(from, token.start()), all);
        from = token.end();
        any = false;
      } else {
        any |= token.kind() != Kind.COMMENT;
      }
    }
    add(any, text.substring(from), all);
    return all;
  }

  private static void add(boolean any, String statement, List<String> all) {
    if (any) {
      all.add(statement.strip());
    }
  }

  /** Is nothing open at the end: no string, no comment, no statement without its semicolon? */
  static boolean isComplete(String text) {
    List<SqlToken> tokens = SqlTokens.of(text);
    for (int i = tokens.size() - 1; i >= 0; i--) {
      SqlToken token = tokens.get(i);
      if (!token.closed() || token.kind() != Kind.COMMENT) {
        return token.closed() && token.kind() == Kind.SEMICOLON;
      }
    }
    return true;
  }
}
