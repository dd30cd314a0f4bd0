package postmortem.event;

import java.time.Instant;

/** Instants as nanoseconds since 1970 UTC, which reach from 1677 to 2262. */
public final class Times {

  public static final long MILLI = 1_000_000L;
  public static final long SECOND = 1000 * MILLI;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;
  public static final long DAY = 24 * HOUR;

  /** Before every time that a log can hold. */
  public static final long NEVER = Long.MIN_VALUE;

  private Times() {}

  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }

  public static long nanos(Instant instant) {
    return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
  }

  /** The number of the hour since 1970. */
  public static int hour(long nanos) {
    return (int) Math.floorDiv(nanos, HOUR);
  }

  /** The number of the day since 1970. */
  public static int day(long nanos) {
    return (int) Math.floorDiv(nanos, DAY);
  }
}
