package postmortem.analysis;

import java.util.Locale;

/** Numbers and numbers of things, as English sentences have them. */
public final class Amount {

  private Amount() {}

  /** {@code 2,400}. */
  public static String number(long n) {
    return n > -1000 && n < 1000 ? Long.toString(n) : String.format(Locale.ROOT, "%,d", n);
  }

  /**
   * {@code 1 message}, {@code 2,400 messages}.
   *
   * @param one the singular of a regular noun, with whatever stands before it
   */
  public static String of(long n, String one) {
    return number(n) + " " + (n == 1 ? one : plural(one));
  }

  private static String plural(String one) {
    if (one.endsWith("s")) {
      return one + "es";
    }
    boolean y = one.endsWith("y") && "aeou".indexOf(one.charAt(one.length() - 2)) < 0;
    return y ? one.substring(0, one.length() - 1) + "ies" : one + "s";
  }
}
