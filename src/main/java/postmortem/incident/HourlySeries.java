package postmortem.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.Rates;
import postmortem.analysis.StreamInfo;
import postmortem.analysis.Threshold;
import postmortem.event.Times;

/**
 * Counts by hour over all, for each machine: null where no log covers the hour, cut in two where
 * none does for days. A series that a machine's logs never show is left out.
 */
public final class HourlySeries {

  /** A longer hole makes two series of one. */
  private static final int HOLE = 48;

  private HourlySeries() {}

  /**
   * @param findings whose thresholds are drawn
   * @return in order of name, server and start
   */
  public static List<CaseReport.Series> of(Context context, List<Finding> findings) {
    SortedMap<String, List<StreamInfo>> servers = new TreeMap<>();
    for (StreamInfo stream : context.streams()) {
      servers.computeIfAbsent(stream.server(), s -> new ArrayList<>()).add(stream);
    }
    SortedMap<String, Rates.Series> byName = new TreeMap<>();
    for (Rates.Series series : Rates.Series.values()) {
      byName.put(series.id(), series);
    }
    List<CaseReport.Series> out = new ArrayList<>();
    byName.forEach(
        (name, series) ->
            servers.forEach(
                (server, streams) -> {
                  List<StreamInfo> showing = showing(series, streams, context);
                  if (!showing.isEmpty()) {
                    segments(series, server, showing, context, perHour(name, findings), out);
                  }
                }));
    return out;
  }

  /** The streams that have anything to say: any other stream's silence is no zero. */
  private static List<StreamInfo> showing(
      Rates.Series series, List<StreamInfo> streams, Context context) {
    return streams.stream()
        .filter(s -> shows(series, s.id(), context))
        .sorted(Comparator.comparingInt(StreamInfo::id))
        .toList();
  }

  /** Does a stream ever count anything of a series? */
  static boolean shows(Rates.Series series, int stream, Context context) {
    for (int hour : context.coverage().hours(stream)) {
      if (context.rates().get(series, stream, hour) > 0) {
        return true;
      }
    }
    return false;
  }

  private static void segments(
      Rates.Series series,
      String server,
      List<StreamInfo> streams,
      Context context,
      @Nullable Double threshold,
      List<CaseReport.Series> out) {
    TreeSet<Integer> covered = new TreeSet<>();
    for (StreamInfo stream : streams) {
      for (int hour : context.coverage().hours(stream.id())) {
        covered.add(hour);
      }
    }
    List<@Nullable Long> counts = new ArrayList<>();
    int start = 0;
    int next = 0;
    for (int hour : covered) {
      if (!counts.isEmpty() && hour - next > HOLE) {
        out.add(series(series, server, start, counts, threshold));
        counts = new ArrayList<>();
      }
      if (counts.isEmpty()) {
        start = hour;
        next = hour;
      }
      for (; next < hour; next++) {
        counts.add(null);
      }
      long sum = 0;
      for (StreamInfo stream : streams) {
        sum += context.rates().get(series, stream.id(), hour);
      }
      counts.add(sum);
      next++;
    }
    if (!counts.isEmpty()) {
      out.add(series(series, server, start, counts, threshold));
    }
  }

  private static CaseReport.Series series(
      Rates.Series series,
      String server,
      int hour,
      List<@Nullable Long> counts,
      @Nullable Double threshold) {
    return new CaseReport.Series(series.id(), server, 3600, hour * Times.HOUR, counts, threshold);
  }

  /** Has any stream of a machine records in this hour? */
  static boolean covered(Context context, List<StreamInfo> streams, int hour) {
    return streams.stream().anyMatch(s -> context.coverage().covers(s.id(), hour));
  }

  /** The hourly limit that a finding on this series passed; null for none. */
  static @Nullable Double perHour(String name, List<Finding> findings) {
    return switch (name) {
      case "auth.rejected" -> passed(Threshold.ACCOUNT_FAILURES, findings);
      case "recipients.in" -> passed(Threshold.BULK_RECIPIENTS, findings);
      case "recipients.refused" -> passed(Threshold.HARVEST_REFUSALS, findings);
      case "ndr.received", "ndr.sent", "ndr.remote-refusals" ->
          passed(Threshold.NDR_PER_HOUR, findings);
      default -> null;
    };
  }

  private static @Nullable Double passed(Threshold threshold, List<Finding> findings) {
    Double least = null;
    for (Finding finding : findings) {
      Number limit = finding.threshold().get(threshold.id());
      if (limit != null && (least == null || limit.doubleValue() < least)) {
        least = limit.doubleValue();
      }
    }
    return least;
  }
}
