package postmortem.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.Network;
import postmortem.analysis.Threshold;
import postmortem.parser.DateOrder;
import postmortem.run.PathRule;
import postmortem.run.RunSettings;

/** What every command that reads evidence is told. */
final class ReadingOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      converter = PathConverter.class,
      description = "Files and folders with logs, packed or not.")
  private List<Path> paths = List.of();

  @Option(
      names = "--zone",
      paramLabel = "GLOB=ZONE",
      converter = RuleConverters.Zone.class,
      description = "Clock of the files that match: an offset or a zone id. The last match wins.")
  private List<PathRule<ZoneId>> zones = List.of();

  @Option(
      names = "--year",
      paramLabel = "GLOB=YYYY",
      converter = RuleConverters.Year.class,
      description = "Year of the last record of files without years.")
  private List<PathRule<Integer>> years = List.of();

  @Option(
      names = "--date-order",
      paramLabel = "GLOB=ORDER",
      converter = RuleConverters.Order.class,
      description = "Order of dates: day-first, month-first or year-first.")
  private List<PathRule<DateOrder>> dateOrders = List.of();

  @Option(
      names = "--parser",
      paramLabel = "GLOB=ID",
      converter = RuleConverters.Parser.class,
      description = "Format of the files that match; see 'postmortem formats'.")
  private List<PathRule<String>> parsers = List.of();

  @Option(
      names = "--leftovers",
      description =
          "Read also the records of Windows event logs that are left over from former use of the"
              + " file, as after somebody cleared the log.")
  private boolean leftovers;

  @Option(
      names = "--local-domain",
      paramLabel = "DOMAIN",
      description = "A mail domain of ours (repeatable). Without: inferred from the traffic.")
  private List<String> localDomains = List.of();

  @Option(
      names = "--own-network",
      paramLabel = "CIDR",
      converter = NetworkConverter.class,
      description = "A network of ours (repeatable), besides the private ones.")
  private List<Network> ownNetworks = List.of();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Leave out what ended before (2024-05-01, 2024-05-01T12:00Z).")
  private @Nullable Long from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Leave out what began after.")
  private @Nullable Long to;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = CountConverter.class,
      description = "Default: the number of processors.")
  private @Nullable Integer threads;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      converter = PathConverter.class,
      description = "Thresholds and options, one 'name = value' a line.")
  private @Nullable Path settings;

  @Option(names = "--strict", description = "Exit with 3 on any rejected record or unknown file.")
  private boolean strict;

  @Option(names = "--no-progress", description = "No progress on stderr.")
  private boolean noProgress;

  @Option(names = "--debug", description = "Show where an error comes from.")
  @SuppressWarnings("UnusedVariable") // asked for by name when something fails
  private boolean debug;

  @Option(
      names = "--piece-size",
      hidden = true,
      converter = CountConverter.class,
      description = "Bytes of a piece.")
  private int pieceSize = (int) RunSettings.STANDARD.pieceBytes();

  /** The arguments; checked to be there. */
  List<Path> paths() {
    for (Path path : paths) {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new CommandFailure("no such file or folder: " + path);
      }
    }
    return paths;
  }

  boolean strict() {
    return strict;
  }

  boolean noProgress() {
    return noProgress;
  }

  RunSettings runSettings() {
    return runSettings(SettingsFile.EMPTY);
  }

  /**
   * @param before settings that hold where nothing else is said; rules come before the new ones
   */
  RunSettings runSettings(SettingsFile before) {
    SettingsFile file = settings == null ? SettingsFile.EMPTY : SettingsFile.read(settings);
    int count =
        threads != null ? threads : file.threads(Runtime.getRuntime().availableProcessors());
    Map<Threshold, Double> thresholds = new EnumMap<>(Threshold.class);
    thresholds.putAll(before.thresholds());
    thresholds.putAll(file.thresholds());
    DetectorSettings detectors =
        new DetectorSettings(
            thresholds,
            new TreeSet<>(
                joined(before.localDomains(), file.localDomains(), localDomains).stream()
                    .map(ReadingOptions::lower)
                    .toList()),
            joined(before.ownNetworks(), file.ownNetworks(), ownNetworks),
            from == null ? before.from() : from,
            to == null ? before.to() : to);
    if (detectors.from() > detectors.to()) {
      throw new ParameterException(spec.commandLine(), "--from is later than --to");
    }
    RunSettings standard = RunSettings.STANDARD;
    return new RunSettings(
        joined(before.zones(), file.zones(), zones),
        joined(before.years(), file.years(), years),
        joined(before.dateOrders(), file.dateOrders(), dateOrders),
        joined(before.parsers(), file.parsers(), parsers),
        leftovers || before.leftovers() || file.leftovers(),
        count,
        pieceSize,
        standard.factBytes(),
        standard.limits(),
        detectors);
  }

  private static String lower(String domain) {
    return domain.toLowerCase(Locale.ROOT);
  }

  /** What the command line says comes last, and so wins; what is said again, once. */
  private static <T> List<T> joined(List<T> before, List<T> file, List<T> commandLine) {
    List<T> all = new ArrayList<>(before);
    for (List<T> more : List.of(file, commandLine)) {
      all.removeAll(more);
      all.addAll(more);
    }
    return all;
  }
}
