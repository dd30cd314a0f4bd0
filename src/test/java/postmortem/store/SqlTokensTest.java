package postmortem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQL cut into its pieces. */
final class SqlTokensTest {

  private static String kinds(String sql) {
    return SqlTokens.of(sql).stream()
        .map(token -> token.kind() + (token.closed() ? "" : "?"))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "SELECT 1.5;|WORD NUMBER SEMICOLON",
        "'it''s; fine'|STRING",
        "E'it\\'s; fine'|WORD STRING",
        "'it\\'; x|STRING SEMICOLON WORD",
        "\"a;\"\"b\"|NAME",
        "'open ;|STRING?",
        "\"open ;|NAME?",
        "-- all; of it|COMMENT",
        "/* one; /* two */ ; */ x|COMMENT WORD",
        "/* open /* two */ ;|COMMENT?",
        "$$a;b$$ $t$ a $$ ; $t$|STRING STRING",
        "$t$ open ;|STRING?",
        "$1 $name ?|PARAMETER PARAMETER PARAMETER",
        "a->>b::int|WORD SIGN SIGN SIGN WORD SIGN SIGN WORD",
        "grüße日本|WORD",
      })
  void areTold(String sql, String kinds) {
    assertEquals(kinds, kinds(sql));
  }

  @Test
  void aLineCommentEndsWithItsLine() {
    assertEquals("COMMENT WORD SEMICOLON", kinds("-- ; it's\nx;"));
  }

  /** Whatever stands there: pieces are in order, and only blanks are between them. */
  @Test
  void nothingIsLost() {
    Random random = new Random(7);
    String signs = "a1 '\"$;-/*\n\\?Eé\ud83d\ude00\0";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder sql = new StringBuilder();
      for (int n = random.nextInt(24); n > 0; n--) {
        sql.append(signs.charAt(random.nextInt(signs.length())));
      }
      List<SqlToken> tokens = SqlTokens.of(sql);
      int at = 0;
      for (SqlToken token : tokens) {
        assertTrue(sql.substring(at, token.start()).isBlank(), sql.toString());
        assertTrue(token.end() > token.start(), sql.toString());
        at = token.end();
      }
      assertTrue(sql.substring(at).isBlank(), sql.toString());
      assertFalse(at > sql.length());
    }
  }
}
