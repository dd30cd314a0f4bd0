package postmortem.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;

/** The series of a report as charts: what belongs together in one, on one axis of time. */
final class Charts {

  /** Bins of a chart; where there are more, each point is the highest of several. */
  private static final int POINTS = 1500;

  /** Lines of a chart; where there are more, those with the highest sums. */
  private static final int LINES = 8;

  private static final int[] HOURS = {1, 2, 3, 4, 6, 8, 12, 24, 48, 96, 168, 336, 672, 1344};
  private static final int[] MINUTES = {1, 2, 3, 5, 10, 15, 20, 30, 60};

  /** What stands in one chart. */
  enum Subject {
    AUTH("Logons (AUTH)", "auth.accepted", "auth.rejected", "sessions.without-mail"),
    NDR(
        "Failure reports and refusals",
        "ndr.received",
        "ndr.remote-refusals",
        "ndr.sent",
        "reputation.refusals"),
    MAIL("Mail from outside", "messages.in", "recipients.in", "recipients.refused");

    private final String title;
    private final List<String> names;

    Subject(String title, String... names) {
      this.title = title;
      this.names = List.of(names);
    }
  }

  /**
   * A chart.
   *
   * @param start of the first bin, nanoseconds since 1970 UTC
   * @param step nanoseconds of a bin
   * @param unit what a point counts: {@code an hour}
   * @param more lines that are left out
   */
  record Chart(
      String id,
      String title,
      String unit,
      long start,
      long step,
      int bins,
      List<Line> lines,
      List<Limit> limits,
      List<Span> spans,
      int more) {

    /** The highest count. */
    long peak() {
      return lines.stream().mapToLong(Line::peak).max().orElse(0);
    }

    long end() {
      return start + bins * step;
    }
  }

  /** A line of a chart: one series of one machine; null where no log covers the bin. */
  record Line(String name, List<@Nullable Long> counts) {

    long sum() {
      return counts.stream().filter(Objects::nonNull).mapToLong(Long::longValue).sum();
    }

    long peak() {
      return counts.stream().filter(Objects::nonNull).mapToLong(Long::longValue).max().orElse(0);
    }
  }

  /** A threshold that was passed. */
  record Limit(String name, double value) {}

  /** When an incident was. */
  record Span(String name, long start, long end) {}

  private final CaseReport report;

  Charts(CaseReport report) {
    this.report = report;
  }

  /** Hour by hour over all that was read. */
  List<Chart> overAll() {
    List<Chart> charts = new ArrayList<>();
    List<CaseReport.Series> hourly = series(3600);
    for (Subject subject : Subject.values()) {
      add("all", subject, hourly, charts);
    }
    return charts;
  }

  /** Minute by minute while an incident went on, for those that are counted so. */
  List<Chart> inside(Incident incident, int number) {
    List<CaseReport.Series> minutes =
        series(60).stream()
            .filter(
                s -> {
                  long end = s.start() + s.counts().size() * Times.MINUTE;
                  return s.start() <= incident.start() && incident.start() < end;
                })
            .toList();
    List<Chart> charts = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      add("incident-" + number, subject, minutes, charts);
    }
    return charts;
  }

  private List<CaseReport.Series> series(int seconds) {
    return report.series().stream().filter(s -> s.binSeconds() == seconds).toList();
  }

  private void add(String id, Subject subject, List<CaseReport.Series> all, List<Chart> charts) {
    List<CaseReport.Series> shown =
        all.stream().filter(s -> subject.names.contains(s.name())).toList();
    if (!shown.isEmpty()) {
      charts.add(chart(id + "-" + subject.name().toLowerCase(Locale.ROOT), subject, shown));
    }
  }

  private Chart chart(String id, Subject subject, List<CaseReport.Series> shown) {
    boolean hours = shown.get(0).binSeconds() == 3600;
    long bin = hours ? Times.HOUR : Times.MINUTE;
    long start = shown.stream().mapToLong(CaseReport.Series::start).min().orElse(0);
    long end =
        shown.stream().mapToLong(s -> s.start() + s.counts().size() * bin).max().orElse(start);
    int by = factor((end - start) / bin, hours ? HOURS : MINUTES);
    int bins = (int) ((end - start + by * bin - 1) / (by * bin));
    List<Line> lines = new ArrayList<>(lines(shown, start, bin, by, bins));
    int more = Math.max(0, lines.size() - LINES);
    lines.sort(Comparator.comparingLong(Line::sum).reversed().thenComparing(Line::name));
    lines = lines.subList(0, lines.size() - more);
    String what = hours ? "hour" : "minute";
    String unit =
        by == 1 ? "per " + what : "per " + what + ", the highest of each " + by + " " + what + "s";
    return new Chart(
        id,
        subject.title,
        unit,
        start,
        by * bin,
        bins,
        List.copyOf(lines),
        limits(shown),
        hours ? spans(start, end) : List.of(),
        more);
  }

  private static int factor(long bins, int... steps) {
    for (int step : steps) {
      if (bins <= (long) step * POINTS) {
        return step;
      }
    }
    return (int) (bins / POINTS) + 1;
  }

  private static List<Line> lines(
      List<CaseReport.Series> shown, long start, long bin, int by, int bins) {
    SortedMap<String, @Nullable Long[]> lines = new TreeMap<>();
    boolean servers = shown.stream().map(CaseReport.Series::server).distinct().count() > 1;
    for (CaseReport.Series series : shown) {
      String server = servers && !series.server().isEmpty() ? ", " + series.server() : "";
      String name = Wording.series(series.name()) + server;
      @Nullable Long[] counts = lines.computeIfAbsent(name, n -> new @Nullable Long[bins]);
      int at = (int) ((series.start() - start) / bin);
      for (Long count : series.counts()) {
        if (count != null) {
          Long before = counts[at / by];
          counts[at / by] = before == null ? count : Long.valueOf(Math.max(before, count));
        }
        at++;
      }
    }
    List<Line> out = new ArrayList<>();
    lines.forEach(
        (name, counts) ->
            out.add(new Line(name, Collections.unmodifiableList(Arrays.asList(counts)))));
    return out;
  }

  /** Each limit once. */
  private static List<Limit> limits(List<CaseReport.Series> shown) {
    Map<Double, List<String>> limits = new LinkedHashMap<>();
    for (CaseReport.Series series : shown) {
      Double limit = series.threshold();
      String name = Wording.series(series.name());
      if (limit != null) {
        List<String> names = limits.computeIfAbsent(limit, l -> new ArrayList<>());
        if (!names.contains(name)) {
          names.add(name);
        }
      }
    }
    List<Limit> out = new ArrayList<>();
    limits.forEach((value, names) -> out.add(new Limit(String.join(", ", names), value)));
    out.sort(Comparator.comparingDouble(Limit::value));
    return out;
  }

  private List<Span> spans(long start, long end) {
    List<Span> spans = new ArrayList<>();
    int number = 1;
    for (Incident incident : report.incidents()) {
      if (incident.start() < end && incident.end() >= start && spans.size() < 20) {
        spans.add(
            new Span(
                "Incident " + number,
                Math.max(start, incident.start()),
                Math.min(end, incident.end())));
      }
      number++;
    }
    return spans;
  }
}
