package postmortem.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import postmortem.event.Times;

/** The words and figures that sentences are made of. */
final class Phrases {

  private static final int SHOWN = 3;
  private static final int LONGEST = 64;

  private Phrases() {}

  /** {@code 2,400}. */
  static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 1 message}, {@code 2,400 messages}. */
  static String count(long n, String one) {
    return number(n) + " " + one + (n == 1 ? "" : one.endsWith("s") ? "es" : "s");
  }

  /** {@code 2003-10-08 02:48 UTC}. */
  static String time(long nanos) {
    return Times.instant(nanos).toString().substring(0, 16).replace('T', ' ') + " UTC";
  }

  /** A time after another: the day is said only where it is another one. */
  static String after(long nanos, long start) {
    String time = time(nanos);
    return Times.day(nanos) == Times.day(start) ? time.substring(11) : time;
  }

  /** A name that an attacker may have made up: cut, so that it does not fill the page. */
  static String name(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
  }

  /** {@code a}, {@code a and b}, {@code a, b, c and 9 more}. */
  static String list(List<?> names) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(SHOWN, names.size()); i++) {
      shown.add(name(String.valueOf(names.get(i))));
    }
    if (names.size() > SHOWN) {
      return String.join(", ", shown) + " and " + number(names.size() - SHOWN) + " more";
    }
    if (shown.size() < 2) {
      return String.join("", shown);
    }
    String last = shown.remove(shown.size() - 1);
    return String.join(", ", shown) + " and " + last;
  }

  /** A few names, or how many there are. */
  static String some(List<?> names, String plural) {
    return names.size() <= SHOWN ? list(names) : number(names.size()) + " " + plural;
  }
}
