package postmortem.parser.windows;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;

/** Times of a clock on a wall, of which somebody may have told the zone. */
public final class LocalClock {

  private LocalClock() {}

  /** The instant at which a clock of a zone shows what one of UTC shows at another. */
  public static long utc(long shown, @Nullable ZoneId zone) {
    if (zone == null || shown == Times.NEVER) {
      return shown;
    }
    long second = Math.floorDiv(shown, Times.SECOND);
    LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    return shown - zone.getRules().getOffset(local).getTotalSeconds() * Times.SECOND;
  }
}
