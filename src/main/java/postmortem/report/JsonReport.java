package postmortem.report;

import java.io.IOException;
import java.io.OutputStream;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;
import postmortem.incident.Verdict;
import tools.jackson.core.exc.JacksonIOException;

/** {@code report.json}, version 1, as {@code report.schema.json} describes it. */
public final class JsonReport implements ReportWriter {

  /** The name and version of the shape. */
  static final String SCHEMA = "postmortem-report/1";

  @Override
  public String id() {
    return "json";
  }

  @Override
  public String file() {
    return "report.json";
  }

  @Override
  public void write(CaseReport report, OutputStream out) throws IOException {
    try {
      Json json = new Json(out); // not closed where it fails: what is written then has no end
      write(report, json);
      json.close();
      out.flush();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void write(CaseReport report, Json json) {
    json.object().text("schema", SCHEMA);
    json.object("tool").text("name", "postmortem").text("version", report.version()).endObject();
    json.any("settings", report.settings());
    verdict(report.verdict(), json);
    json.array("ledger");
    report.ledger().forEach(entry -> ledger(entry, json));
    json.endArray().array("findings");
    report.findings().forEach(finding -> JsonFinding.write(finding, report, json));
    json.endArray().array("incidents");
    report.incidents().forEach(incident -> JsonIncident.write(incident, json));
    json.endArray().array("series");
    report.series().forEach(series -> series(series, json));
    json.endArray().texts("limits", report.limits()).endObject();
  }

  private static void verdict(Verdict verdict, Json json) {
    json.object("verdict")
        .text("hit", verdict.hit().id())
        .text("text", verdict.text())
        .time("since", verdict.since())
        .texts("fetchNext", verdict.fetchNext())
        .endObject();
  }

  private static void ledger(LedgerEntry entry, Json json) {
    json.object()
        .number("id", entry.id())
        .text("path", entry.path())
        .text("sha256", entry.sha256())
        .number("size", entry.size() < 0 ? null : entry.size())
        .text("format", entry.format())
        .text("confidence", entry.confidence())
        .text("stream", entry.stream())
        .number("duplicateOf", entry.duplicateOf())
        .text("container", entry.container())
        .text("encoding", entry.encoding())
        .text("zone", entry.zone())
        .text("zoneBasis", entry.zoneBasis())
        .text("yearBasis", entry.yearBasis())
        .text("dateOrder", entry.dateOrder())
        .number("clockOffsetSeconds", entry.clockOffsetSeconds())
        .number("records", entry.records())
        .number("events", entry.events())
        .number("parts", entry.parts())
        .number("ignored", entry.ignored())
        .number("rejected", entry.rejected())
        .array("unread");
    for (LedgerEntry.Unread unread : entry.unread()) {
      json.object()
          .number("offset", unread.offset())
          .number("length", unread.length() < 0 ? null : unread.length())
          .text("why", unread.why())
          .endObject();
    }
    json.endArray()
        .time("first", entry.first())
        .time("last", entry.last())
        .texts("shows", entry.shows())
        .texts("notes", entry.notes())
        .endObject();
  }

  private static void series(CaseReport.Series series, Json json) {
    json.object()
        .text("name", series.name())
        .text("server", series.server().isEmpty() ? null : series.server())
        .number("binSeconds", series.binSeconds())
        .time("start", series.start())
        .numbers("counts", series.counts())
        .number("threshold", series.threshold())
        .endObject();
  }
}
