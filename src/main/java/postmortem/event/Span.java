package postmortem.event;

/**
 * A part of a record's block, as one {@code long}: start in the upper half, end in the lower.
 *
 * <p>An empty text that is present ({@code MAIL FROM:<>}) has equal, non-zero halves.
 */
public final class Span {

  /** No text. */
  public static final long ABSENT = 0;

  private Span() {}

  /** From {@code start} to before {@code end}. */
  public static long of(int start, int end) {
    return (long) start << 32 | end;
  }

  public static int start(long span) {
    return (int) (span >>> 32);
  }

  public static int end(long span) {
    return (int) span;
  }

  public static boolean isAbsent(long span) {
    return span == ABSENT;
  }
}
