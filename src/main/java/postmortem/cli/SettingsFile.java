package postmortem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.Network;
import postmortem.analysis.Threshold;
import postmortem.parser.DateOrder;
import postmortem.run.PathRule;
import postmortem.run.RunSettings;

/**
 * A file of settings: one {@code name = value} a line, {@code #} for comments; names are those of
 * the long options, or of thresholds. An unknown name is refused.
 */
final class SettingsFile {

  static final SettingsFile EMPTY = new SettingsFile();

  private final Map<Threshold, Double> thresholds = new EnumMap<>(Threshold.class);
  private final List<PathRule<ZoneId>> zones = new ArrayList<>();
  private final List<PathRule<Integer>> years = new ArrayList<>();
  private final List<PathRule<DateOrder>> dateOrders = new ArrayList<>();
  private final List<PathRule<String>> parsers = new ArrayList<>();
  private final List<String> localDomains = new ArrayList<>();
  private final List<Network> ownNetworks = new ArrayList<>();
  private boolean leftovers;
  private @Nullable Integer threads;
  private long from = Long.MIN_VALUE;
  private long to = Long.MAX_VALUE;

  private SettingsFile() {}

  static SettingsFile read(Path path) {
    List<String> lines;
    try {
      lines = Files.readAllLines(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailure("cannot read the settings " + path + ": " + reason(e));
    }
    SettingsFile file = new SettingsFile();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          file.add(line);
        } catch (TypeConversionException | NumberFormatException e) {
          throw new CommandFailure(
              "settings " + path + ", line " + (i + 1) + ": " + e.getMessage());
        }
      }
    }
    return file;
  }

  /**
   * Settings that a report says it was made with.
   *
   * @param saved values by name
   * @throws CommandFailure where this version does not know one of them
   */
  static SettingsFile of(SortedMap<String, List<String>> saved) {
    SettingsFile file = new SettingsFile();
    try {
      saved.forEach((name, values) -> values.forEach(value -> file.addSaved(name, value)));
    } catch (TypeConversionException | NumberFormatException e) {
      throw new CommandFailure("the report's settings: " + e.getMessage());
    }
    return file;
  }

  /**
   * Settings as a report has them.
   *
   * @param used values by name: a Number, a String, or a list of texts
   */
  static SettingsFile ofUsed(SortedMap<String, Object> used) {
    SortedMap<String, List<String>> saved = new TreeMap<>();
    used.forEach(
        (name, value) ->
            saved.put(
                name,
                value instanceof List<?> list
                    ? list.stream().map(Object::toString).toList()
                    : List.of(value.toString())));
    return of(saved);
  }

  private void addSaved(String name, String value) {
    switch (name) {
      case "from" -> from = new TimeConverter().convert(value);
      case "to" -> to = new TimeConverter().convert(value);
      default -> add(name, value);
    }
  }

  /** These settings alone, as a run takes them. */
  RunSettings runSettings() {
    RunSettings standard = RunSettings.STANDARD;
    return new RunSettings(
        zones,
        years,
        dateOrders,
        parsers,
        leftovers,
        threads(Runtime.getRuntime().availableProcessors()),
        standard.pieceBytes(),
        standard.factBytes(),
        standard.limits(),
        new DetectorSettings(thresholds, new TreeSet<>(localDomains), ownNetworks, from, to));
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file"
        : String.valueOf(e.getMessage());
  }

  private void add(String line) {
    int at = line.indexOf('=');
    if (at < 1) {
      throw new TypeConversionException("'" + line + "' is not 'name = value'");
    }
    String name = line.substring(0, at).strip();
    add(name, line.substring(at + 1).strip());
  }

  private void add(String name, String value) {
    switch (name) {
      case "zone" -> zones.add(RuleConverters.rule(value, RuleConverters::zone));
      case "year" -> years.add(RuleConverters.rule(value, RuleConverters::year));
      case "date-order" -> dateOrders.add(RuleConverters.rule(value, RuleConverters::dateOrder));
      case "parser" -> parsers.add(RuleConverters.rule(value, RuleConverters::parser));
      case "local-domain" -> localDomains.add(value);
      case "own-network" -> ownNetworks.add(new NetworkConverter().convert(value));
      case "leftovers" -> leftovers = yes(value);
      case "threads" -> threads = Integer.valueOf(value);
      default -> thresholds.put(threshold(name), Double.valueOf(value));
    }
  }

  private static boolean yes(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new TypeConversionException("'" + value + "' is not true or false");
    };
  }

  private static Threshold threshold(String name) {
    for (Threshold threshold : Threshold.values()) {
      if (threshold.id().equals(name)) {
        return threshold;
      }
    }
    throw new TypeConversionException("no setting is called '" + name + "'");
  }

  Map<Threshold, Double> thresholds() {
    return thresholds;
  }

  List<PathRule<ZoneId>> zones() {
    return zones;
  }

  List<PathRule<Integer>> years() {
    return years;
  }

  List<PathRule<DateOrder>> dateOrders() {
    return dateOrders;
  }

  List<PathRule<String>> parsers() {
    return parsers;
  }

  boolean leftovers() {
    return leftovers;
  }

  List<String> localDomains() {
    return localDomains;
  }

  List<Network> ownNetworks() {
    return ownNetworks;
  }

  /** Nanoseconds; {@link Long#MIN_VALUE} where it is not set. */
  long from() {
    return from;
  }

  /** Nanoseconds; {@link Long#MAX_VALUE} where it is not set. */
  long to() {
    return to;
  }

  int threads(int otherwise) {
    return threads == null ? otherwise : threads;
  }
}
