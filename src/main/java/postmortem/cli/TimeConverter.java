package postmortem.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import postmortem.event.Times;

/**
 * Reads a time as nanoseconds since 1970 UTC: a date (its midnight in UTC), or ISO 8601 with
 * offset.
 */
final class TimeConverter implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    try {
      return text.indexOf('T') < 0
          ? Times.nanos(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant())
          : Times.nanos(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException | ArithmeticException e) {
      throw new TypeConversionException(
          "'" + text + "' is no time such as 2024-05-01 or 2024-05-01T12:00Z");
    }
  }
}
