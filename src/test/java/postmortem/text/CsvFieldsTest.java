package postmortem.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvFieldsTest {

  /** Fields are shown apart by a bar; an unclosed quote by a tilde at the end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          a,b,c              ; a|b|c
          a,,                ; a||
          ,                  ; |
          a                  ; a
          "a,b",c            ; a,b|c
          "a""b",c           ; a"b|c
          "","",c            ; ||c
          \""\"",c           ; "|c
          \"""a\""",c        ; "a"|c
          -,,Local"          ; -||Local"
          5" disk,c          ; 5" disk|c
          "a "b" c, d",e     ; a "b" c, d|e
          "a"b,c             ; a"b,c~
          "a,b,c             ; a,b,c~
          a,"b               ; a|b~
          a,"                ; a|~
          a,"b"              ; a|b
          """)
  void cuts(String line, String expected) {
    byte[] b = line.getBytes(StandardCharsets.UTF_8);
    CsvFields fields = new CsvFields(9);
    int n = fields.scan(b, 0, b.length);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      byte[] text = new byte[fields.end(i) - fields.start(i)];
      int length =
          fields.doubled(i)
              ? CsvFields.copyUndoubled(b, fields.start(i), fields.end(i), text, 0)
              : text.length;
      if (!fields.doubled(i)) {
        System.arraycopy(b, fields.start(i), text, 0, length);
      }
      texts.add(new String(text, 0, length, StandardCharsets.UTF_8));
    }
    assertEquals(expected, String.join("|", texts) + (fields.unclosed() ? "~" : ""));
  }

  @Test
  void countsFieldsThatItDoesNotKeep() {
    byte[] b = "a,b,c,\"d,e\",f".getBytes(StandardCharsets.UTF_8);
    CsvFields fields = new CsvFields(2);
    assertEquals(5, fields.scan(b, 0, b.length));
    assertEquals(2, fields.start(1));
  }

  @Test
  void forgetsTheLineBefore() {
    CsvFields fields = new CsvFields(2);
    byte[] open = "\"a\"\"".getBytes(StandardCharsets.UTF_8);
    fields.scan(open, 0, open.length);
    assertTrue(fields.unclosed());
    byte[] plain = "ab,c".getBytes(StandardCharsets.UTF_8);
    assertEquals(2, fields.scan(plain, 0, plain.length));
    assertFalse(fields.unclosed());
    assertFalse(fields.quoted(0));
    assertFalse(fields.doubled(0));
  }

  @Test
  void staysInsideOfItsBoundsWhateverTheBytes() {
    long seed = 20260102;
    Random random = new Random(seed);
    byte[] alphabet = "\",a\n \"".getBytes(StandardCharsets.UTF_8);
    CsvFields fields = new CsvFields(4);
    for (int round = 0; round < 20_000; round++) {
      byte[] b = new byte[random.nextInt(24)];
      for (int i = 0; i < b.length; i++) {
        b[i] = alphabet[random.nextInt(alphabet.length)];
      }
      int from = random.nextInt(b.length + 1);
      int n = fields.scan(b, from, b.length);
      int last = from;
      for (int i = 0; i < Math.min(n, 4); i++) {
        assertTrue(fields.start(i) >= last, () -> "seed " + seed);
        assertTrue(fields.end(i) >= fields.start(i), () -> "seed " + seed);
        assertTrue(fields.end(i) <= b.length, () -> "seed " + seed);
        last = fields.end(i);
      }
    }
  }
}
