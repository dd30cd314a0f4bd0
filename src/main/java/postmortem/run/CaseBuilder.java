package postmortem.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.Network;
import postmortem.analysis.StreamInfo;
import postmortem.analysis.Threshold;
import postmortem.event.SourceRef;
import postmortem.event.Times;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;
import postmortem.incident.EvidenceLimits;
import postmortem.incident.FactSource;
import postmortem.incident.HourlySeries;
import postmortem.incident.Incidents;
import postmortem.incident.Verdicts;
import postmortem.parser.LogParser;

/** Puts a report together. */
final class CaseBuilder {

  private final Whole whole;
  private final RunSettings settings;
  private final String version;

  CaseBuilder(Whole whole, RunSettings settings, String version) {
    this.whole = whole;
    this.settings = settings;
    this.version = version;
  }

  /**
   * @param texts gives the texts of records by their places
   */
  CaseReport report(
      List<LedgerEntry> ledger,
      List<Finding> findings,
      Function<List<SourceRef>, SortedMap<SourceRef, String>> texts)
      throws IOException {
    Context context = whole.context();
    FactSource facts = whole.facts()::forEach;
    Incidents.Tied tied = Incidents.tie(findings, context, facts);
    List<CaseReport.Series> series = new ArrayList<>(HourlySeries.of(context, findings));
    series.addAll(tied.byMinute());
    return new CaseReport(
        version,
        settingsUsed(settings),
        Verdicts.judge(tied.incidents(), findings, context, ledger),
        ledger,
        findings,
        tied.incidents(),
        texts.apply(findings.stream().flatMap(f -> f.samples().stream()).distinct().toList()),
        series,
        ClockFindings.sentences(whole.corrections()),
        EvidenceLimits.of(findings, context, ledger, cannotShow()));
  }

  /** What the formats that were read never show; "this log" is another one each time. */
  private NavigableSet<String> cannotShow() {
    TreeSet<String> formats = new TreeSet<>();
    whole.context().streams().stream().map(StreamInfo::format).forEach(formats::add);
    NavigableSet<String> sentences = new TreeSet<>();
    for (LogParser parser : BuiltIns.parsers()) {
      if (formats.contains(parser.format().id())) {
        for (String sentence : parser.format().cannotShow()) {
          sentences.add(parser.format().title() + ": " + sentence);
        }
      }
    }
    return sentences;
  }

  /** What the report was made with; nothing that leaves the result as it is, such as threads. */
  static SortedMap<String, Object> settingsUsed(RunSettings settings) {
    SortedMap<String, Object> used = new TreeMap<>();
    for (Threshold threshold : Threshold.values()) {
      used.put(threshold.id(), settings.detectors().threshold(threshold));
    }
    used.put("local-domain", List.copyOf(settings.detectors().localDomains()));
    used.put(
        "own-network", settings.detectors().ownNetworks().stream().map(Network::toString).toList());
    used.put("zone", settings.zones().stream().map(CaseBuilder::text).toList());
    used.put("year", settings.years().stream().map(CaseBuilder::text).toList());
    used.put("date-order", settings.dateOrders().stream().map(CaseBuilder::text).toList());
    used.put("parser", settings.parsers().stream().map(CaseBuilder::text).toList());
    if (settings.leftovers()) {
      used.put("leftovers", true);
    }
    if (settings.detectors().from() != Long.MIN_VALUE) {
      used.put("from", Times.instant(settings.detectors().from()).toString());
    }
    if (settings.detectors().to() != Long.MAX_VALUE) {
      used.put("to", Times.instant(settings.detectors().to()).toString());
    }
    return used;
  }

  private static String text(PathRule<?> rule) {
    return rule.glob() + "=" + rule.value();
  }
}
