package postmortem.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What holds for any bytes that a parser is given, whether they are a log or not: nothing is
 * thrown, every line is a record with one fate at its true place (see {@link Reading}), any pieces
 * give what the whole does, and masking changes bytes to asterisks only.
 */
public final class RecordLaw {

  private static final int CUTTINGS = 2;
  private static final int[] LONGEST = {4096, 40}; // bytes of a line; 40 rejects most rows

  private RecordLaw() {}

  /** Holds a parser to the law with some limits of its own choice. */
  public static void check(LogParser parser, String path, byte[] file) throws IOException {
    for (int maxLine : LONGEST) {
      check(parser, path, file, new ParseSettings(null, 0, maxLine));
    }
  }

  /** Holds a parser to the law. */
  public static void check(LogParser parser, String path, byte[] file, ParseSettings settings)
      throws IOException {
    Sample sample = SampleCase.sample(path, file);
    assertEquals(parser.probe(sample), parser.probe(sample));
    assertEquals(parser.stream(sample), parser.stream(sample));
    Reading whole = Reading.whole(parser, path, file, settings);
    if (parser.splitting() == Splitting.AT_LINES) {
      assertEquals(lines(file).size(), whole.records(), "each line is a record");
      piecesGiveTheSame(parser, path, file, settings, whole.toString());
    }
    for (byte[] record : lines(file)) {
      assertMasked(parser, record);
    }
    assertMasked(parser, file);
  }

  private static void piecesGiveTheSame(
      LogParser parser, String path, byte[] file, ParseSettings settings, String whole)
      throws IOException {
    List<Integer> starts = lineStarts(file);
    assertEquals(
        whole,
        Reading.pieces(parser, path, file, settings, starts).toString(),
        "a piece for each line");
    Random random = new Random(Arrays.hashCode(file)); // the same file is cut the same way
    for (int i = 0; i < CUTTINGS; i++) {
      double share = random.nextDouble();
      List<Integer> cuts = new ArrayList<>(starts);
      cuts.removeIf(cut -> random.nextDouble() < share);
      assertEquals(
          whole,
          Reading.pieces(parser, path, file, settings, cuts).toString(),
          () -> "cut at " + cuts);
    }
  }

  /** Each byte is kept or becomes an asterisk. */
  static void assertMasked(LogParser parser, byte[] record) {
    byte[] masked = record.clone();
    parser.mask(masked);
    for (int i = 0; i < record.length; i++) {
      assertTrue(masked[i] == record[i] || masked[i] == '*', "a byte is kept or becomes *");
    }
  }

  /** Where lines begin, but for the first. */
  static List<Integer> lineStarts(byte[] bytes) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i - 1] == '\n') {
        starts.add(i);
      }
    }
    return starts;
  }

  /** The lines without their LF. */
  static List<byte[]> lines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(Arrays.copyOfRange(bytes, from, i));
        from = i + 1;
      }
    }
    if (from < bytes.length) {
      lines.add(Arrays.copyOfRange(bytes, from, bytes.length));
    }
    return lines;
  }
}
