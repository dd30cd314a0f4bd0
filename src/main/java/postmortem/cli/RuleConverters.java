package postmortem.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import postmortem.parser.DateOrder;
import postmortem.run.BuiltIns;
import postmortem.run.PathRule;

/** Read {@code GLOB=VALUE}. */
final class RuleConverters {

  private RuleConverters() {}

  /** The glob may hold an equals sign, the value never does. */
  static <T> PathRule<T> rule(String text, Function<String, T> value) {
    int at = text.lastIndexOf('=');
    if (at < 1) {
      throw new TypeConversionException("'" + text + "' is not GLOB=VALUE");
    }
    PathRule<T> rule = new PathRule<>(text.substring(0, at), value.apply(text.substring(at + 1)));
    try {
      rule.matches("a/b");
    } catch (IllegalArgumentException e) { // PatternSyntaxException is one
      throw new TypeConversionException("'" + rule.glob() + "' is not a glob: " + e.getMessage());
    }
    return rule;
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is no offset (+02:00) or zone id (Europe/Berlin)");
    }
  }

  static Integer year(String text) {
    try {
      int year = Integer.parseInt(text);
      if (year >= 1980 && year <= 2200) {
        return year;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new TypeConversionException("'" + text + "' is no year");
  }

  static DateOrder dateOrder(String text) {
    for (DateOrder order : DateOrder.values()) {
      if (order.toString().equals(text)) {
        return order;
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is none of day-first, month-first and year-first");
  }

  static String parser(String id) {
    List<String> known = BuiltIns.parsers().stream().map(p -> p.format().id()).toList();
    if (!known.contains(id)) {
      throw new TypeConversionException(
          "no format '" + id + "'; there are " + String.join(", ", known));
    }
    return id;
  }

  /** {@code GLOB=ZONE}. */
  static final class Zone implements ITypeConverter<PathRule<ZoneId>> {
    @Override
    public PathRule<ZoneId> convert(String text) {
      return rule(text, RuleConverters::zone);
    }
  }

  /** {@code GLOB=YYYY}. */
  static final class Year implements ITypeConverter<PathRule<Integer>> {
    @Override
    public PathRule<Integer> convert(String text) {
      return rule(text, RuleConverters::year);
    }
  }

  /** {@code GLOB=ORDER}. */
  static final class Order implements ITypeConverter<PathRule<DateOrder>> {
    @Override
    public PathRule<DateOrder> convert(String text) {
      return rule(text, RuleConverters::dateOrder);
    }
  }

  /** {@code GLOB=ID}. */
  static final class Parser implements ITypeConverter<PathRule<String>> {
    @Override
    public PathRule<String> convert(String text) {
      return rule(text, RuleConverters::parser);
    }
  }
}
