package postmortem.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import postmortem.report.EventFormat;

/** Reads the name of a format of events, in any case. */
final class EventFormatConverter implements ITypeConverter<EventFormat> {

  @Override
  public EventFormat convert(String text) {
    return Arrays.stream(EventFormat.values())
        .filter(format -> format.id().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is none of jsonl, csv, timesketch, ecs, ocsf"));
  }
}
