package postmortem.parser.windows;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in UTF-16 in an event becomes UTF-8 that every reader takes, whatever it is. */
final class Utf8TextTest {

  private static String decoded(Utf8Text text) throws CharacterCodingException {
    return UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(text.bytes(), 0, text.length()))
        .toString();
  }

  private static byte[] units(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) { // no encoder writes half a pair
      bytes.write(text.charAt(i));
      bytes.write(text.charAt(i) >>> 8);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "élodie", "管理者", "a\ud83d\ude00b", "\u0000\u001b\u202e", "\uffff"})
  void keepsCharacters(String text) throws CharacterCodingException {
    Utf8Text out = new Utf8Text();
    byte[] bytes = text.getBytes(UTF_16LE);
    out.utf16(bytes, 0, bytes.length);
    assertEquals(text, decoded(out));
  }

  @ParameterizedTest
  @CsvSource({
    "\\ud800, \\ufffd",
    "\\udc00, \\ufffd",
    "a\\ud800b, a\\ufffdb",
    "\\udc00\\ud800, \\ufffd\\ufffd",
    "\\ud800\\ud83d\\ude00, \\ufffd\\ud83d\\ude00",
    "a\\ud83d, a\\ufffd",
  })
  void putsAMarkForHalfAPair(String text, String expected) throws CharacterCodingException {
    byte[] bytes = units(unescaped(text));
    Utf8Text out = new Utf8Text();
    out.utf16(bytes, 0, bytes.length);
    assertEquals(unescaped(expected), decoded(out));
  }

  /** Escapes as in Java, which the compiler would turn into no string in a class file. */
  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      boolean escape = text.startsWith("\\u", at);
      out.append(
          escape ? (char) Integer.parseInt(text.substring(at + 2, at + 6), 16) : text.charAt(at));
      at += escape ? 6 : 1;
    }
    return out.toString();
  }

  @Test
  void leavesAnOddByte() throws CharacterCodingException {
    Utf8Text out = new Utf8Text();
    out.utf16(new byte[] {'a', 0, 'b'}, 0, 3);
    assertEquals("a", decoded(out));
  }
}
