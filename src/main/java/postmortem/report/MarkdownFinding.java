package postmortem.report;

import java.io.IOException;
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

/** A finding in {@code report.md}: in full with its proof, or in a line. */
final class MarkdownFinding {

  /** How many of a list stand in a sentence. */
  private static final int NAMED = 10;

  private final CaseReport report;
  private final AccountNames names;
  private final MarkdownPage page;

  MarkdownFinding(CaseReport report, AccountNames names, MarkdownPage page) {
    this.report = report;
    this.names = names;
    this.page = page;
  }

  /** A section of findings that belong to no incident; nothing where there are none. */
  void section(String title, List<Finding> findings, boolean full) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    page.heading(2, title);
    int shown = Math.min(MarkdownPage.SHOWN, findings.size());
    for (Finding finding : findings.subList(0, shown)) {
      if (full) {
        full(3, finding);
      } else {
        brief(finding);
      }
    }
    if (!full) {
      page.end();
    }
    page.more(findings.size() - shown);
  }

  private void brief(Finding finding) throws IOException {
    page.item(
        "**%s** (%s, %s severity, confidence %s)"
            .formatted(
                names.prose(finding.title()),
                MarkdownText.code(finding.id()),
                finding.severity().id(),
                Wording.confidence(finding.confidence())));
    page.subItem("When: " + period(finding));
    names("Sources", finding.sources().stream().map(Object::toString).toList(), true);
    names("Accounts", finding.accounts(), true);
    if (!finding.metrics().isEmpty()) {
      List<String> figures = new ArrayList<>();
      finding
          .metrics()
          .forEach(
              (key, value) ->
                  figures.add(
                      FigureLabels.label(finding.type(), key)
                          + ": "
                          + value(Metrics.plain(key, value))));
      page.subItem("Figures: " + String.join("; ", figures));
    }
    thresholds(finding, true);
    names("Explains", finding.explains(), true);
    evidence(finding, true);
  }

  /** The finding in full, under a heading of its own. */
  void full(int level, Finding finding) throws IOException {
    page.heading(level, names.prose(finding.title()));
    page.item(
        "Finding %s: %s severity, confidence %s"
            .formatted(
                MarkdownText.code(finding.id()),
                finding.severity().id(),
                Wording.confidence(finding.confidence())));
    page.item("When: " + period(finding));
    names("Sources", finding.sources().stream().map(Object::toString).toList(), false);
    names("Accounts", finding.accounts(), false);
    names("Servers", finding.servers(), false);
    names("Services", finding.services().stream().map(Service::id).toList(), false);
    if (!finding.type().techniques().isEmpty()) {
      page.item("ATT&amp;CK: " + String.join(", ", finding.type().techniques()));
    }
    attribution(finding);
    thresholds(finding, false);
    names("Explains", finding.explains(), false);
    evidence(finding, false);
    page.end();
    page.table(
        List.of("figure", "value"),
        List.copyOf(finding.metrics().entrySet()),
        MarkdownPage.SHOWN,
        metric ->
            List.of(
                FigureLabels.label(finding.type(), metric.getKey()),
                value(Metrics.plain(metric.getKey(), metric.getValue()))));
  }

  private static String period(Finding finding) {
    return Wording.period(finding.start(), finding.end(), finding.startOpen(), finding.endOpen());
  }

  private void item(String text, boolean inner) throws IOException {
    if (inner) {
      page.subItem(text);
    } else {
      page.item(text);
    }
  }

  private void names(String what, Collection<String> names, boolean inner) throws IOException {
    if (!names.isEmpty()) {
      item("%s (%d): %s".formatted(what, names.size(), some(names)), inner);
    }
  }

  private static String some(Collection<?> values) {
    List<String> named = values.stream().limit(NAMED).map(MarkdownFinding::value).toList();
    int more = values.size() - named.size();
    return String.join(", ", named) + (more > 0 ? " and " + more + " more in report.json" : "");
  }

  /** A value of a metric, fit for a cell; what is text may be a name from a log. */
  static String value(@Nullable Object raw) {
    Object value = Metrics.plain(raw);
    if (value == null) {
      return "not known";
    }
    if (value instanceof Number number) {
      return Wording.number(number);
    }
    if (value instanceof Boolean flag) {
      return Wording.yes(flag);
    }
    if (value instanceof Collection<?> values && values.isEmpty()
        || value instanceof Map<?, ?> none && none.isEmpty()) {
      return "none";
    }
    if (value instanceof Collection<?> values) {
      return some(values);
    }
    if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      map.entrySet().stream()
          .limit(NAMED)
          .forEach(e -> entries.add(value(e.getKey()) + ": " + value(e.getValue())));
      int more = map.size() - entries.size();
      return String.join("; ", entries)
          + (more > 0 ? "; and " + more + " more in report.json" : "");
    }
    return MarkdownText.cell(value.toString());
  }

  private void attribution(Finding finding) throws IOException {
    Finding.Attribution a = finding.attribution();
    if (a != null) {
      page.item(
          "Address known: of %d attempts; ambiguous: %d; not known: %d"
              .formatted(a.attributed(), a.ambiguous(), a.unattributed()));
    }
  }

  private void thresholds(Finding finding, boolean inner) throws IOException {
    if (finding.threshold().isEmpty()) {
      return;
    }
    List<String> passed = new ArrayList<>();
    for (Map.Entry<String, Number> limit : finding.threshold().entrySet()) {
      passed.add(
          MarkdownText.cell(limit.getKey())
              + " = "
              + value(limit.getValue())
              + meaning(limit.getKey()));
    }
    item("Threshold passed: " + String.join("; ", passed), inner);
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

  private void evidence(Finding finding, boolean inner) throws IOException {
    List<SourceRef> samples = finding.samples();
    String count = "Evidence: " + Amount.of(finding.count(), "record");
    if (inner) {
      page.subItem(samples.isEmpty() ? count : count + "; the first: " + sample(samples.get(0)));
      return;
    }
    int shown = samples.size();
    page.item(
        count + (shown == 0 ? "" : shown == 1 ? "; the first:" : "; the first " + shown + ":"));
    for (SourceRef place : samples) {
      page.subItem(sample(place));
    }
  }

  private String sample(SourceRef place) {
    String text = report.samples().get(place);
    return MarkdownText.code(place(place))
        + ": "
        + (text == null ? "(text not kept)" : MarkdownText.code(text, MarkdownText.RECORD));
  }

  private String place(SourceRef place) {
    String path =
        place.ledger() >= 0 && place.ledger() < report.ledger().size()
            ? report.ledger().get(place.ledger()).path()
            : "ledger " + place.ledger();
    return path + ":" + place.record() + "@" + place.offset();
  }
}
