package postmortem.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import postmortem.shell.AnswerFormat;

/** Reads the name of a form of answers, in any case. */
final class AnswerFormatConverter implements ITypeConverter<AnswerFormat> {

  @Override
  public AnswerFormat convert(String text) {
    return Arrays.stream(AnswerFormat.values())
        .filter(format -> format.id().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is none of table, vertical, csv, jsonl, markdown"));
  }
}
