package postmortem.parser;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a file, because it does not say itself.
 *
 * @param zone of a local clock; null where nobody said
 * @param year of a log without years; 0 where nobody said
 * @param dateOrder of dates that could be read in several; null where nobody said
 * @param maxLine longest line in bytes; a longer one is a rejection
 * @param leftovers are records wanted, too, that are left over from former use of a file?
 */
public record ParseSettings(
    @Nullable ZoneId zone,
    int year,
    @Nullable DateOrder dateOrder,
    int maxLine,
    boolean leftovers) {

  /** Where nobody said how dates are to be read. */
  public ParseSettings(@Nullable ZoneId zone, int year, int maxLine) {
    this(zone, year, null, maxLine, false);
  }
}
