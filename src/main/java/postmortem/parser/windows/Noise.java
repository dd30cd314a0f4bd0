package postmortem.parser.windows;

import java.util.Set;
import postmortem.parser.Fate;

/** Tells bytes that a disk or a transfer put in the place of text. */
public final class Noise {

  /** Said where a record that was read holds some. */
  static final String NOTE =
      "Some records hold bytes that are no text; what stood in their place is lost.";

  /** Three control characters nearer to each other stand in no text. */
  private static final int NEAR = 64;

  private Noise() {}

  /**
   * Does some stand in a record that told nothing, so that it may be what is left of one that
   * would? Where it stands in one that told something, that is noted.
   *
   * @param notes of the file
   */
  public static boolean hides(Fate fate, byte[] b, int from, int to, Set<String> notes) {
    if (fate != Fate.IGNORED && fate != Fate.EVENTS || !in(b, from, to)) {
      return false;
    }
    if (fate == Fate.EVENTS) {
      notes.add(NOTE);
    }
    return fate == Fate.IGNORED;
  }

  /** Do some stand between these places? */
  public static boolean in(byte[] b, int from, int to) {
    int last = Integer.MIN_VALUE / 2;
    int before = Integer.MIN_VALUE / 2;
    for (int i = from; i < to; i++) {
      if (isControl(b[i])) {
        if (i - before < NEAR) {
          return true;
        }
        before = last;
        last = i;
      }
    }
    return false;
  }

  private static boolean isControl(byte c) {
    return c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t';
  }
}
