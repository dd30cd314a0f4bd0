package postmortem.run;

import java.time.ZoneId;
import java.util.List;
import postmortem.analysis.DetectorSettings;
import postmortem.evidence.Limits;
import postmortem.parser.DateOrder;

/**
 * How evidence is read and judged.
 *
 * @param zones clocks of files, as told; the last rule that matches wins
 * @param years of logs without years, likewise
 * @param dateOrders of dates with day and month, likewise
 * @param parsers format ids that are forced on files, likewise
 * @param leftovers are records of event logs wanted, too, that are left over from former use?
 * @param threads at least 1
 * @param pieceBytes a larger file is read in pieces of about this size
 * @param factBytes memory for facts, over all threads, before they are spilled to disk
 * @param limits on what evidence may make us do
 * @param detectors thresholds, and what we were told about the site
 */
public record RunSettings(
    List<PathRule<ZoneId>> zones,
    List<PathRule<Integer>> years,
    List<PathRule<DateOrder>> dateOrders,
    List<PathRule<String>> parsers,
    boolean leftovers,
    int threads,
    long pieceBytes,
    int factBytes,
    Limits limits,
    DetectorSettings detectors) {

  /** One thread for each of two processors; pieces of 64 MiB. */
  public static final RunSettings STANDARD =
      new RunSettings(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false,
          2,
          64L << 20,
          80 << 20,
          Limits.DEFAULT,
          DetectorSettings.STANDARD);

  public RunSettings {
    zones = List.copyOf(zones);
    years = List.copyOf(years);
    dateOrders = List.copyOf(dateOrders);
    parsers = List.copyOf(parsers);
  }

  /** Are events of the same evidence the same, however they are judged then? */
  public boolean tellsAs(RunSettings other) {
    return readsAs(other)
        && detectors.from() == other.detectors.from()
        && detectors.to() == other.detectors.to();
  }

  /** Is evidence read in the same way, however it is judged then? */
  public boolean readsAs(RunSettings other) {
    return zones.equals(other.zones)
        && years.equals(other.years)
        && dateOrders.equals(other.dateOrders)
        && parsers.equals(other.parsers)
        && leftovers == other.leftovers;
  }
}
