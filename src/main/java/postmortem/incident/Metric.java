package postmortem.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Finding;

/** Reads figures of findings: no key is sure to be there, none to hold what it should. */
final class Metric {

  private Metric() {}

  /** A count; -1 where the finding does not give it. */
  static long count(Finding finding, String key) {
    return finding.metrics().get(key) instanceof Number n ? n.longValue() : -1;
  }

  /** The first of some counts that the finding gives; -1 where it gives none. */
  static long firstOf(Finding finding, String... keys) {
    for (String key : keys) {
      long n = count(finding, key);
      if (n >= 0) {
        return n;
      }
    }
    return -1;
  }

  static boolean flag(Finding finding, String key) {
    return Boolean.TRUE.equals(finding.metrics().get(key));
  }

  static @Nullable String text(Finding finding, String key) {
    return finding.metrics().get(key) instanceof String s ? s : null;
  }

  /** The names of a list, or of a map's keys, in order. */
  static List<String> names(Finding finding, String key) {
    Object value = finding.metrics().get(key);
    TreeSet<String> out = new TreeSet<>();
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(k -> out.add(String.valueOf(k)));
    } else if (value instanceof Collection<?> list) {
      list.forEach(k -> out.add(String.valueOf(k)));
    }
    return new ArrayList<>(out);
  }
}
