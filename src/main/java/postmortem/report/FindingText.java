package postmortem.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Amount;
import postmortem.analysis.Finding;
import postmortem.analysis.Threshold;
import postmortem.event.Service;
import postmortem.event.SourceRef;
import postmortem.incident.CaseReport;

/** The words that tell of a finding, in whatever form. */
final class FindingText {

  /** How many of a list stand in a sentence. */
  private static final int NAMED = 10;

  private final CaseReport report;
  private final AccountNames names;

  FindingText(CaseReport report, AccountNames names) {
    this.report = report;
    this.names = names;
  }

  /**
   * One thing to say of a finding.
   *
   * @param names all names of a list; null where it is none
   * @param text what to say, of a list the first few
   */
  record Line(String label, @Nullable List<String> names, Phrase text) {

    /** {@code Sources (2)}. */
    String heading() {
      return names == null ? label : label + " (" + names.size() + ")";
    }

    String markdown() {
      return Phrase.of(heading() + ": ").markdown() + text.markdown();
    }
  }

  Phrase title(Finding finding) {
    return Phrase.prose(finding.title(), names);
  }

  static Line when(Finding finding) {
    return line(
        "When",
        Phrase.of(
            Wording.period(
                finding.start(), finding.end(), finding.startOpen(), finding.endOpen())));
  }

  private static Line line(String label, Phrase text) {
    return new Line(label, null, text);
  }

  /** Sources and accounts. */
  static List<Line> who(Finding finding) {
    List<Line> lines = new ArrayList<>();
    names("Sources", sources(finding), lines);
    names("Accounts", finding.accounts(), lines);
    return lines;
  }

  /** Servers, services, techniques, and how many addresses are known. */
  static List<Line> where(Finding finding) {
    List<Line> lines = new ArrayList<>();
    names("Servers", finding.servers(), lines);
    names("Services", finding.services().stream().map(Service::id).toList(), lines);
    if (!finding.type().techniques().isEmpty()) {
      lines.add(line("ATT&CK", Phrase.of(String.join(", ", finding.type().techniques()))));
    }
    Finding.Attribution a = finding.attribution();
    if (a != null) {
      lines.add(
          line(
              "Address known",
              Phrase.of(
                  "of %s, by the time of another log; of more at the same accounts in that time, %s met several addresses and %s none"
                      .formatted(
                          Amount.of(a.attributed(), "attempt"),
                          Amount.number(a.ambiguous()),
                          Amount.number(a.unattributed())))));
    }
    return lines;
  }

  /** The limits that it passed. */
  static List<Line> thresholds(Finding finding) {
    List<Phrase> passed = new ArrayList<>();
    for (Map.Entry<String, Number> limit : finding.threshold().entrySet()) {
      passed.add(
          Phrase.name(limit.getKey())
              .and(" = ")
              .and(value(limit.getValue()))
              .and(meaning(limit.getKey())));
    }
    return passed.isEmpty()
        ? List.of()
        : List.of(line("Threshold passed", Phrase.join("; ", passed)));
  }

  private static String meaning(String id) {
    for (Threshold threshold : Threshold.values()) {
      if (threshold.id().equals(id)) {
        return " (" + threshold.meaning() + ")";
      }
    }
    String meaning = FigureLabels.limit(id);
    return meaning.isEmpty() ? "" : " (" + meaning + ")";
  }

  /** The findings that it explains. */
  static List<Line> explains(Finding finding) {
    List<Line> lines = new ArrayList<>();
    names("Explains", finding.explains(), lines);
    return lines;
  }

  private static List<String> sources(Finding finding) {
    return finding.sources().stream().map(Object::toString).toList();
  }

  private static void names(String label, Collection<String> names, List<Line> lines) {
    if (!names.isEmpty()) {
      lines.add(new Line(label, List.copyOf(names), some(names)));
    }
  }

  private static Phrase some(Collection<?> values) {
    List<Phrase> named = values.stream().limit(NAMED).map(FindingText::value).toList();
    int more = values.size() - named.size();
    return Phrase.join(", ", named).and(more > 0 ? " and " + more + " more in report.json" : "");
  }

  /** What was measured. */
  static Table<Map.Entry<String, Object>> figures(Finding finding) {
    return new Table<>(
        List.of("figure", "value"),
        List.copyOf(finding.metrics().entrySet()),
        metric -> figure(finding, metric));
  }

  /** What a metric is, and its value. */
  private static List<Phrase> figure(Finding finding, Map.Entry<String, Object> metric) {
    return List.of(
        FigureLabels.label(finding.type(), metric.getKey()),
        value(Metrics.plain(metric.getKey(), metric.getValue())));
  }

  /** The figures in one line. */
  static List<Line> figuresInLine(Finding finding) {
    List<Phrase> figures = new ArrayList<>();
    for (List<Phrase> figure : figures(finding).rows(Integer.MAX_VALUE)) {
      figures.add(Phrase.join(": ", figure));
    }
    return figures.isEmpty() ? List.of() : List.of(line("Figures", Phrase.join("; ", figures)));
  }

  /** A value of a metric; what is text may be a name from a log. */
  static Phrase value(@Nullable Object raw) {
    Object value = Metrics.plain(raw);
    if (value == null) {
      return Phrase.of("not known");
    }
    if (value instanceof Number number) {
      return Phrase.of(Wording.number(number));
    }
    if (value instanceof Boolean flag) {
      return Phrase.of(Wording.yes(flag));
    }
    if (value instanceof Collection<?> values && values.isEmpty()
        || value instanceof Map<?, ?> none && none.isEmpty()) {
      return Phrase.of("none");
    }
    if (value instanceof Collection<?> values) {
      return some(values);
    }
    if (value instanceof Map<?, ?> map) {
      List<Phrase> entries = new ArrayList<>();
      map.entrySet().stream()
          .limit(NAMED)
          .forEach(e -> entries.add(value(e.getKey()).and(": ").and(value(e.getValue()))));
      int more = map.size() - entries.size();
      return Phrase.join("; ", entries)
          .and(more > 0 ? "; and " + more + " more in report.json" : "");
    }
    return Phrase.name(value.toString());
  }

  /** {@code Evidence: 412 records; the first 10:}, without the colon where there are no samples. */
  static String evidence(Finding finding) {
    int shown = finding.samples().size();
    return "Evidence: "
        + Amount.of(finding.count(), "record")
        + (shown == 0 ? "" : shown == 1 ? "; the first:" : "; the first " + shown + ":");
  }

  /** Where a sample stands. */
  Phrase place(SourceRef place) {
    String path =
        place.ledger() >= 0 && place.ledger() < report.ledger().size()
            ? report.ledger().get(place.ledger()).path()
            : "ledger " + place.ledger();
    return Phrase.name(path + ":" + place.record() + "@" + place.offset());
  }

  /** What a sample says. */
  Phrase sample(SourceRef place) {
    return Phrase.of("").andRecord(report.samples().get(place));
  }
}
