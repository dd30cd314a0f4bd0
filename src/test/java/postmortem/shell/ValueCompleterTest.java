package postmortem.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.store.LockedCase;
import postmortem.store.RealCase;

/** What is offered where the cursor stands at the end of the text. */
final class ValueCompleterTest {

  private static LockedCase opened;
  private static ValueCompleter completer;

  @BeforeAll
  static void open() throws IOException {
    opened = LockedCase.open(RealCase.file());
    completer = new ValueCompleter(new Catalog(opened), new Queries(null));
  }

  @AfterAll
  static void close() {
    opened.close();
  }

  /** What the reader would keep: what begins with the word that is typed. */
  private static List<String> offered(String text) {
    ParsedLine line = new LineParser().parse(text, text.length(), ParseContext.COMPLETE);
    List<Candidate> candidates = new ArrayList<>();
    completer.complete((LineReader) null, line, candidates);
    return candidates.stream()
        .map(Candidate::value)
        .filter(v -> v.toLowerCase(Locale.ROOT).startsWith(line.word().toLowerCase(Locale.ROOT)))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELE|SELECT",
        "sele|select",
        "SELECT * FROM au|auth",
        "SELECT a.* FROM messages m JOIN rec|recipients",
        "FROM auth WHERE mech|mechanism",
        "SELECT auth.mech|mechanism",
        "SELECT QUANT|QUANTIZE(",
        "FROM auth WHERE account = 'm.b|'m.brandt'",
        "FROM auth WHERE outcome IN ('accepted', 'rej|'rejected'",
        "FROM findings WHERE id = 'auth.comp|'auth.compromise-bb86bbf73d'",
        "SELECT '203.0.113.6|'203.0.113.66'",
        ".fi|.finding",
        ".finding relay|relay.authenticated-spam-d8fbb524e1",
        ".incidents inc|incident-f1f7606693",
        ".schema me|messages",
        ".rate auth b|by",
        ".rate auth by mech|mechanism",
        ".pivot m.b|m.brandt",
        ".sessions of 198.51|198.51.100.201",
        ".run log-s|log-spans",
        ".chart b|bars",
        ".format j|jsonl"
      })
  void isWhatFits(String text, String candidate) {
    assertTrue(offered(text).contains(candidate), text + ": " + offered(text));
  }

  @Test
  void nothingIsOfferedWhereNothingFits() {
    assertEquals(List.of(), offered("SELECT 1 -- sel"));
    assertEquals(List.of(), offered("SELECT 1 /* sel"));
    assertEquals(List.of(), offered(".quit x"));
    assertEquals(List.of(), offered("FROM auth WHERE account = 'nobody-has-this"));
  }

  @Test
  void aStatementGoesOnUntilItsSemicolon() {
    LineParser parser = new LineParser();
    for (String open : List.of("SELECT 1", "SELECT ';", "SELECT 1 /* ;")) {
      Assertions.assertThrows(
          EOFError.class, () -> parser.parse(open, open.length(), ParseContext.ACCEPT_LINE));
    }
    for (String complete : List.of("SELECT 1;", ".help", "", "  ", "SELECT 1; -- x")) {
      assertEquals(
          complete, parser.parse(complete, complete.length(), ParseContext.ACCEPT_LINE).line());
    }
  }
}
