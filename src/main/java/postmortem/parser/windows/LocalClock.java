package postmortem.parser.windows;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;

/**
 * The clock of a machine whose zone its log does not say.
 *
 * @param zone that somebody told; null where nobody did
 */
public record LocalClock(@Nullable ZoneId zone) {

  /** What time of UTC it is, when the clock shows a time; the same where the zone is unknown. */
  public long utc(long shown) {
    if (zone == null || shown == Times.NEVER) {
      return shown;
    }
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(Math.floorDiv(shown, Times.SECOND), 0, ZoneOffset.UTC);
    return shown - zone.getRules().getOffset(local).getTotalSeconds() * Times.SECOND;
  }

  /** What is to be said of a file with such times; null where the zone is known. */
  public @Nullable String note() {
    return zone == null ? EventTexts.NO_ZONE : null;
  }
}
