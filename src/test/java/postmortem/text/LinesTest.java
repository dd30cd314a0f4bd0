package postmortem.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

final class LinesTest {

  private static final int LONGEST = 40;

  /** A stream that has these bytes and then fails. */
  private static InputStream failingAfter(String text) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] b, int off, int len) throws IOException {
            return read();
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(text.getBytes(US_ASCII)), broken);
  }

  private static void assertTornAt(long offset, Lines lines) {
    TornLineException torn = assertThrows(TornLineException.class, lines::next);
    assertEquals(offset, torn.offset());
    assertEquals("gone", torn.getMessage());
  }

  @Test
  void handsOutWhatCameBeforeAFailure() throws IOException {
    try (Lines lines = new Lines(failingAfter("one\ntwo\r\nthr"), 100, 1, LONGEST)) {
      assertTrue(lines.next());
      assertTrue(lines.next());
      assertEquals(3, lines.length());
      assertEquals(2, lines.record());
      assertTornAt(109, lines);
      assertTornAt(109, lines);
    }
  }

  @Test
  void failsBetweenLines() throws IOException {
    try (Lines lines = new Lines(failingAfter("one\n"), 0, 1, LONGEST)) {
      assertTrue(lines.next());
      assertTornAt(4, lines);
    }
  }

  @Test
  void failsWithinALineThatIsTooLong() throws IOException {
    try (Lines lines = new Lines(failingAfter("one\n" + "x".repeat(1 << 20)), 0, 1, LONGEST)) {
      assertTrue(lines.next());
      assertTornAt(4, lines);
    }
  }

  @Test
  void goesOnAfterALineThatIsTooLong() throws IOException {
    String text = "x".repeat(1 << 20) + "\nend";
    InputStream in = new ByteArrayInputStream(text.getBytes(US_ASCII));
    try (Lines lines = new Lines(in, 0, 1, LONGEST)) {
      assertTrue(lines.next());
      assertTrue(lines.tooLong());
      assertEquals(1 << 20, lines.length());
      assertTrue(lines.next());
      assertEquals((1 << 20) + 1, lines.offset());
      assertFalse(lines.next());
    }
  }
}
