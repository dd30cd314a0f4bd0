package postmortem.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;

/** Values of {@code metrics}, {@code threshold} and {@code settings} as reports hold them. */
final class Metrics {

  /** Doubles beyond this do not count in ones. */
  private static final double EXACT = 1L << 53;

  private static final int DIGITS = 6;

  /** Metrics that are instants: their numbers are nanoseconds since 1970 UTC. */
  private static final Set<String> INSTANTS =
      Set.of("firstSuccess", "lastSuccess", "peakBin", "firstMessage", "lastMessage", "clearedAt");

  private Metrics() {}

  /** Is this metric an instant, where its value is a number? */
  static boolean instant(String key) {
    return INSTANTS.contains(key);
  }

  /** The value of a metric, see {@link #plain(Object)}; instants as text. */
  static @Nullable Object plain(String key, @Nullable Object value) {
    return instant(key) && value instanceof Number n ? iso(n.longValue()) : plain(value);
  }

  /**
   * A Long, a Double that is no integer, a Boolean, a String, a collection in its order or a map in
   * order of keys; null where a number is none.
   */
  static @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Collection<?>) {
      return value;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Map<?, ?> map) {
      SortedMap<String, @Nullable Object> sorted = new TreeMap<>();
      map.forEach((k, v) -> sorted.put(String.valueOf(k), v));
      return sorted;
    }
    return value instanceof Instant instant ? iso(Times.nanos(instant)) : value.toString();
  }

  /** Six digits, and one after the point: nobody measured more, and sums of binary parts differ. */
  private static double rounded(double value) {
    BigDecimal exact = new BigDecimal(value);
    int whole = exact.precision() - exact.scale();
    return exact.setScale(Math.max(1, DIGITS - whole), RoundingMode.HALF_EVEN).doubleValue();
  }

  private static @Nullable Number number(Number number) {
    if (!(number instanceof Double) && !(number instanceof Float)) {
      return number.longValue();
    }
    if (!Double.isFinite(number.doubleValue())) {
      return null;
    }
    double value = rounded(number.doubleValue());
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      return (long) value;
    }
    return value;
  }

  /** ISO 8601 in UTC, milliseconds only where they are not zero. */
  static String iso(long nanos) {
    return Times.instant(nanos).truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
