package postmortem.incident;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import postmortem.analysis.Finding;

/** How the periods and the names of two findings lie to each other. */
final class Spans {

  private Spans() {}

  /** The time between two findings; 0 where they overlap. */
  static long gap(Finding a, Finding b) {
    return Math.max(0, Math.max(a.start(), b.start()) - Math.min(a.end(), b.end()));
  }

  /** The time that two findings share; 0 where they do not overlap. */
  static long overlap(Finding a, Finding b) {
    return Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
  }

  /** Does the inner finding lie within the outer one, give or take {@code slack}? */
  static boolean within(Finding inner, Finding outer, long slack) {
    return inner.start() >= outer.start() - slack && inner.end() <= outer.end() + slack;
  }

  /** How many of the few are among the many? */
  static <T> int shared(Collection<T> few, Collection<T> many) {
    Set<T> all = many instanceof Set<T> set ? set : new HashSet<>(many);
    int n = 0;
    for (T one : few) {
      n += all.contains(one) ? 1 : 0;
    }
    return n;
  }
}
