package postmortem.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import postmortem.report.CellText;
import postmortem.report.TerminalText;

/**
 * How answers are shown to people.
 *
 * @param columns of the screen; 0 where there is none: nothing is too wide
 * @param cell columns of the screen that a value in a table may take
 * @param zone in which times are told
 */
record Display(int columns, int cell, ZoneId zone) {

  /** For files and pipes. */
  static final Display UNLIMITED = new Display(0, 200, ZoneOffset.UTC);

  private static final int LONGEST = 1 << 14;

  private static final DateTimeFormatter SECONDS = pattern("uuuu-MM-dd HH:mm:ssXXX");
  private static final DateTimeFormatter MILLIS = pattern("uuuu-MM-dd HH:mm:ss.SSSXXX");
  private static final DateTimeFormatter NANOS = pattern("uuuu-MM-dd HH:mm:ss.SSSSSSSSSXXX");

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  Display withZone(ZoneId other) {
    return new Display(columns, cell, other);
  }

  /** A value on one line, inert; "" where there is none. */
  String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Instant time && !time.equals(Instant.MAX)) {
      ZonedDateTime local = time.atZone(zone);
      int nanos = local.getNano();
      DateTimeFormatter form = nanos == 0 ? SECONDS : nanos % 1_000_000 == 0 ? MILLIS : NANOS;
      return form.format(local);
    }
    return TerminalText.of(CellText.of(value), LONGEST);
  }
}
