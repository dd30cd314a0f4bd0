package postmortem.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import postmortem.analysis.Finding;
import postmortem.analysis.Selector;
import postmortem.event.Service;
import postmortem.event.SourceRef;
import postmortem.incident.CaseReport;

/** A finding in {@code report.json}. */
final class JsonFinding {

  private JsonFinding() {}

  static void write(Finding finding, CaseReport report, Json json) {
    json.object()
        .text("id", finding.id())
        .text("type", finding.type().id())
        .text("severity", finding.severity().id())
        .number("confidence", finding.confidence())
        .time("start", finding.start())
        .time("end", finding.end())
        .flag("startOpen", finding.startOpen())
        .flag("endOpen", finding.endOpen())
        .texts("sources", finding.sources())
        .texts("accounts", finding.accounts())
        .texts("servers", finding.servers())
        .texts("services", finding.services().stream().map(Service::id).toList())
        .text("title", finding.title())
        .object("metrics");
    finding.metrics().forEach((key, value) -> json.any(key, Metrics.plain(key, value)));
    json.endObject()
        .any("threshold", finding.threshold())
        .texts("techniques", finding.type().techniques());
    attribution(finding, json);
    json.texts("explains", finding.explains());
    selector(finding.selector(), json);
    json.object("evidence").number("count", finding.count()).array("samples");
    for (SourceRef place : finding.samples()) {
      json.object()
          .number("ledger", place.ledger())
          .number("record", place.record())
          .number("offset", place.offset())
          .number("length", place.length())
          .text("text", report.samples().get(place))
          .endObject();
    }
    json.endArray().endObject().endObject();
  }

  private static void attribution(Finding finding, Json json) {
    Finding.Attribution attribution = finding.attribution();
    if (attribution == null) {
      json.any("attribution", null);
      return;
    }
    json.object("attribution")
        .number("attributed", attribution.attributed())
        .number("ambiguous", attribution.ambiguous())
        .number("unattributed", attribution.unattributed())
        .endObject();
  }

  private static void selector(Selector selector, Json json) {
    List<String> outcomes = ids(selector.outcomes());
    json.object("selector")
        .text("population", id(selector.population()))
        .texts("kinds", ids(selector.kinds()))
        .text("outcome", outcomes.size() == 1 ? outcomes.get(0) : null)
        .texts("outcomes", outcomes)
        .texts("reasons", ids(selector.reasons()))
        .flag("bySource", selector.bySource())
        .flag("byAccount", selector.byAccount())
        .time("from", selector.from())
        .time("to", selector.to())
        .any("streams", selector.streams())
        .endObject();
  }

  /** In the order in which they are declared, whatever set they are in. */
  private static List<String> ids(Set<? extends Enum<?>> constants) {
    return constants.stream()
        .sorted(Comparator.comparingInt(Enum::ordinal))
        .map(JsonFinding::id)
        .toList();
  }

  /** {@code REFUSED_RECIPIENT}: {@code refused-recipient}. */
  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
