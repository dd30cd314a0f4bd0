package postmortem.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word is found where the slow search finds it, and nowhere else. */
final class WordTest {

  private static final String[] ROOMS = {"", " ", " and bytes behind it"};

  private static void sameAsSlow(String word, byte[] b, int to) {
    Word fast = Word.of(word);
    assertEquals(
        AsciiText.equalsIgnoreCase(b, 1, to, word), fast.is(b, 1, to), () -> Arrays.toString(b));
    assertEquals(
        AsciiText.startsWithIgnoreCase(b, 1, to, word),
        fast.begins(b, 1, to),
        () -> Arrays.toString(b));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "SMTP",
        "SMTPSVC",
        "Octetsss",
        "OutboundConnectionCommand",
        "sixteenletterswd"
      })
  void isWhatItIs(String word) {
    for (String room : ROOMS) {
      for (String text : new String[] {word, word.toLowerCase(Locale.ROOT), word + "s"}) {
        byte[] b = bytes("." + text + room);
        sameAsSlow(word, b, 1 + text.length());
        assertTrue(Word.of(word).begins(b, 1, 1 + text.length()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "SMTP", "SMTPSVC", "Octetsss", "OutboundConnectionCommand"})
  void oneOtherByteIsAnotherWord(String word) {
    for (String room : ROOMS) {
      for (int at = 0; at < word.length(); at++) {
        for (int other = 0; other < 256; other++) {
          byte[] b = bytes("." + word + room);
          b[1 + at] = (byte) other;
          sameAsSlow(word, b, 1 + word.length());
        }
      }
    }
  }

  @Test
  void whatIsShorterIsNot() {
    byte[] b = bytes(".SMTPSVC");
    assertFalse(Word.of("SMTPSVC").begins(b, 1, 7));
    assertFalse(Word.of("SMTP").is(b, 1, 8));
    assertEquals(7, Word.of("SMTPSVC").length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a1", "x-y", "[", "\u00e4"})
  void lettersOnly(String text) {
    assertThrows(IllegalArgumentException.class, () -> Word.of(text));
  }
}
