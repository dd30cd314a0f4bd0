package postmortem.run;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.text.Lines;

/** Looks for the first lines of one file in another. */
final class EqualRun {

  /** So many equal lines in a row are no accident. */
  private static final int MANY = 32;

  /** Fewer may be one, even where one file ends with them. */
  private static final int FEW = 4;

  private final EvidenceTree<?> tree;
  private final EvidenceFile file;
  private final int maxLine;
  private final long[] opening;
  private final long[] ends;

  private EqualRun(
      EvidenceTree<?> tree, EvidenceFile file, int maxLine, long[] opening, long[] ends) {
    this.tree = tree;
    this.file = file;
    this.maxLine = maxLine;
    this.opening = opening;
    this.ends = ends;
  }

  /** Reads the first lines of a file; null where they are too few, or all the same. */
  static @Nullable EqualRun of(EvidenceTree<?> tree, EvidenceFile file, int maxLine)
      throws IOException {
    long[] hashes = new long[MANY];
    long[] ends = new long[MANY];
    int count = 0;
    try (DataLines lines = open(tree, file, maxLine)) {
      while (count < MANY && lines.next()) {
        hashes[count] = lines.hash();
        ends[count++] = lines.end();
      }
    }
    long[] opening = Arrays.copyOf(hashes, count);
    return count >= FEW && Arrays.stream(opening).distinct().count() > 1
        ? new EqualRun(tree, file, maxLine, opening, ends)
        : null;
  }

  private static DataLines open(EvidenceTree<?> tree, EvidenceFile file, int maxLine)
      throws IOException {
    return new DataLines(new Lines(tree.open(file), 0, 1, maxLine));
  }

  /**
   * Where the run of lines ends, in this file, that it begins with and that stands in the other
   * too; 0 where there is none.
   */
  long endIn(EvidenceFile other) throws IOException {
    long[] ring = new long[opening.length];
    int seen = 0;
    try (DataLines lines = open(tree, other, maxLine)) {
      while (lines.next()) {
        ring[seen++ % ring.length] = lines.hash();
        if (seen >= ring.length && isOpening(ring, seen, ring.length)) {
          return goOn(lines);
        }
      }
    }
    for (int n = Math.min(seen, ring.length - 1); n >= FEW; n--) {
      if (isOpening(ring, seen, n) && Arrays.stream(opening, 0, n).distinct().count() > 1) {
        return ends[n - 1];
      }
    }
    return 0;
  }

  /** Are the last lines of the ring our first ones? */
  private boolean isOpening(long[] ring, int seen, int lines) {
    for (int i = lines - 1; i >= 0; i--) {
      if (ring[(seen - lines + i) % ring.length] != opening[i]) {
        return false;
      }
    }
    return true;
  }

  /** Both files from the end of the opening on, as long as they are equal. */
  private long goOn(DataLines other) throws IOException {
    long end = ends[opening.length - 1];
    try (DataLines own = open(tree, file, maxLine)) {
      for (int i = 0; i < opening.length; i++) {
        own.next();
      }
      while (own.next() && other.next() && own.hash() == other.hash()) {
        end = own.end();
      }
    }
    return end;
  }
}
