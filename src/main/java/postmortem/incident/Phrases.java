package postmortem.incident;

import java.util.Collection;
import java.util.List;
import postmortem.analysis.Amount;
import postmortem.analysis.Finding;
import postmortem.event.Times;

/** The words and figures that sentences are made of. */
final class Phrases {

  private static final int SHOWN = 3;
  private static final int LONGEST = 64;

  private Phrases() {}

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
  static String list(Collection<?> names) {
    if (names.size() <= SHOWN) {
      return all(names);
    }
    List<String> shown = names.stream().limit(SHOWN).map(n -> name(String.valueOf(n))).toList();
    return String.join(", ", shown) + " and " + Amount.number(names.size() - SHOWN) + " more";
  }

  /** As {@link #list}, however many there are: what is to be done is no sample. */
  static String all(Collection<?> names) {
    List<String> cut = names.stream().map(n -> name(String.valueOf(n))).toList();
    int last = cut.size() - 1;
    return last < 1
        ? String.join("", cut)
        : String.join(", ", cut.subList(0, last)) + " and " + cut.get(last);
  }

  /** {@code of a and b}, with the blank; nothing where there is no name. */
  static String of(Collection<String> machines) {
    return machines.isEmpty() ? "" : " of " + list(machines);
  }

  /** The machines that a finding is about, or what they are. */
  static String machines(Finding finding) {
    return finding.servers().isEmpty() ? "the mail server" : list(finding.servers());
  }

  /** A few names, or how many there are. */
  static String some(Collection<?> names, String plural) {
    return names.size() <= SHOWN ? list(names) : Amount.number(names.size()) + " " + plural;
  }
}
