package postmortem.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a stream hands out its bytes, its lines are those that a plain reading finds. */
final class LinesLawTest {

  private static final int BLOCK = 1 << 18; // what is read at once

  /** A line as it is handed out; no bytes where it was too long. */
  private record Line(long record, long offset, long length, String bytes) {

    /** What a failed assertion says. */
    @Override
    public String toString() {
      String excerpt = bytes.length() > 20 ? bytes.substring(0, 20) + "..." : bytes;
      return "%d @%d+%d '%s'".formatted(record, offset, length, excerpt);
    }
  }

  /** A stream that gives as many bytes at a time as chance will have it. */
  private static final class Drip extends InputStream {
    private final ByteArrayInputStream in;
    private final Random random;
    private final int most;

    Drip(byte[] bytes, Random random, int most) {
      this.in = new ByteArrayInputStream(bytes);
      this.random = random;
      this.most = most;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] b, int off, int len) {
      return in.read(b, off, Math.min(len, 1 + random.nextInt(most)));
    }
  }

  private static final long OFFSET = 1_000;
  private static final long FIRST = 77;

  /** The lines by looking at one byte after the other. */
  private static List<Line> plain(byte[] file, int maxLine) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= file.length; i++) {
      boolean end = i == file.length ? start < i : file[i] == '\n';
      if (end) {
        boolean tooLong = i - start > maxLine;
        int to = !tooLong && i > start && file[i - 1] == '\r' ? i - 1 : i;
        String bytes = tooLong ? "" : new String(file, start, to - start, ISO_8859_1);
        lines.add(new Line(FIRST + lines.size(), OFFSET + start, to - start, bytes));
        start = i + 1;
      }
    }
    return lines;
  }

  private static List<Line> read(InputStream in, int maxLine) throws IOException {
    List<Line> found = new ArrayList<>();
    List<byte[]> blocks = new ArrayList<>();
    List<byte[]> copies = new ArrayList<>();
    try (Lines lines = new Lines(in, OFFSET, FIRST, maxLine)) {
      while (lines.next()) {
        byte[] block = lines.block();
        int length = lines.tooLong() ? 0 : (int) lines.length();
        assertEquals(lines.length() == 0, lines.isEmpty());
        if (!lines.tooLong()) {
          assertEquals(lines.end(), lines.start() + length);
        }
        String bytes = new String(block, lines.start(), length, ISO_8859_1);
        found.add(new Line(lines.record(), lines.offset(), lines.length(), bytes));
        if (blocks.isEmpty() || blocks.get(blocks.size() - 1) != block) {
          blocks.add(block);
          copies.add(block.clone());
        }
      }
    }
    for (int i = 0; i < blocks.size(); i++) {
      assertArrayEquals(copies.get(i), blocks.get(i), "a block that was handed out was changed");
    }
    return found;
  }

  private static void assertSame(byte[] file, int maxLine, Random random) throws IOException {
    List<Line> expected = plain(file, maxLine);
    assertEquals(expected, read(new ByteArrayInputStream(file), maxLine));
    int most = 1 + random.nextInt(random.nextBoolean() ? 1 << 17 : 1 << 9);
    assertEquals(expected, read(new Drip(file, random, most), maxLine), "chunks up to " + most);
  }

  @RepeatedTest(60)
  void anyBytesInAnyChunks(RepetitionInfo info) throws IOException {
    Random random = new Random(info.getCurrentRepetition());
    int maxLine = 1 + random.nextInt(random.nextBoolean() ? 100 : BLOCK * 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int size = random.nextInt(3 * BLOCK);
    while (out.size() < size) {
      out.writeBytes(line(random, maxLine));
    }
    byte[] file = out.toByteArray();
    int end = file.length - Math.min(file.length, random.nextInt(3)); // without the last LF, or CR
    assertSame(Arrays.copyOf(file, end), maxLine, random);
  }

  /** A line of any bytes, often about as long as lines may be, with or without CR. */
  private static byte[] line(Random random, int maxLine) {
    int length =
        switch (random.nextInt(8)) {
          case 0 -> 0;
          case 1 -> Math.max(0, maxLine - 3 + random.nextInt(6));
          case 2 -> random.nextInt(maxLine * 2);
          default -> random.nextInt(200);
        };
    byte[] line = new byte[length + 2];
    random.nextBytes(line);
    for (int i = 0; i < length; i++) {
      boolean rare = random.nextInt(30) == 0;
      line[i] = line[i] == '\n' ? 0 : rare ? (byte) "\r\0#".charAt(random.nextInt(3)) : line[i];
    }
    boolean cr = random.nextBoolean();
    line[length] = (byte) (cr ? '\r' : '\n');
    line[length + 1] = '\n';
    return cr ? line : Arrays.copyOf(line, length + 1);
  }

  /** CR and LF on both sides of where one block ends and the next begins. */
  @ParameterizedTest
  @ValueSource(ints = {-4, -3, -2, -1, 0, 1, 2})
  void lineEndsAtTheEndOfABlock(int shift) throws IOException {
    byte[] file = new byte[2 * BLOCK + 10];
    Arrays.fill(file, (byte) 'x');
    for (int block = 1; block <= 2; block++) {
      file[block * BLOCK + shift] = '\r';
      file[block * BLOCK + shift + 1] = '\n';
    }
    assertSame(file, 2 * BLOCK, new Random(shift));
  }

  /** The limit is on what stands before the LF, so that a CR counts. */
  @ParameterizedTest
  @CsvSource({"9, '', false", "10, '', false", "11, '', true", "9, '\r', false", "10, '\r', true"})
  void linesAroundTheLimit(int length, String cr, boolean tooLong) throws IOException {
    String text = "a\n" + "x".repeat(length) + cr + "\nb";
    try (Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(ISO_8859_1)), 0, 1, 10)) {
      lines.next();
      lines.next();
      assertEquals(tooLong, lines.tooLong());
    }
    assertSame(text.getBytes(ISO_8859_1), 10, new Random(length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r", "\r\n", "\0", "\0\n\0", "a", "a\n", "a\r", "a\r\n\r\n"})
  void smallFiles(String text) throws IOException {
    assertSame(text.getBytes(ISO_8859_1), 1, new Random(1));
    assertSame(text.getBytes(ISO_8859_1), 10, new Random(2));
  }
}
