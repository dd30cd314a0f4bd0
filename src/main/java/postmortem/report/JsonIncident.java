package postmortem.report;

import java.util.Locale;
import postmortem.analysis.Finding;
import postmortem.incident.Incident;

/** An incident in {@code report.json}. */
final class JsonIncident {

  private JsonIncident() {}

  static void write(Incident incident, Json json) {
    json.object()
        .text("id", incident.id())
        .text("title", incident.title())
        .text("severity", incident.severity().id())
        .number("confidence", incident.confidence())
        .time("start", incident.start())
        .time("end", incident.end())
        .flag("ongoing", incident.ongoing())
        .text("succeeded", incident.succeeded().name().toLowerCase(Locale.ROOT))
        .texts("findings", incident.findings().stream().map(Finding::id).toList())
        .array("sourceTable");
    incident.sources().forEach(row -> source(row, json));
    json.endArray().array("accountTable");
    incident.accounts().forEach(row -> account(row, json));
    json.endArray().array("story");
    for (Incident.StoryLine line : incident.story()) {
      json.object()
          .time("time", line.time())
          .text("stage", Wording.stage(line.stage()))
          .text("text", line.text())
          .text("finding", line.finding())
          .endObject();
    }
    json.endArray().array("actions");
    for (Incident.Action action : incident.actions()) {
      json.object()
          .text("what", action.what())
          .text("why", action.why())
          .text("finding", action.finding())
          .endObject();
    }
    json.endArray().endObject();
  }

  private static void source(Incident.SourceRow row, Json json) {
    json.object()
        .text("address", row.address().toString())
        .number("sessions", row.sessions())
        .number("rejected", row.rejected())
        .number("accepted", row.accepted())
        .number("messages", row.messages())
        .number("recipients", row.recipients())
        .time("first", row.first())
        .time("last", row.last())
        .texts("helo", row.helo())
        .endObject();
  }

  private static void account(Incident.AccountRow row, Json json) {
    json.object()
        .text("account", row.account())
        .flag("exists", row.exists())
        .number("attempts", row.attempts())
        .time("first", row.first())
        .time("last", row.last())
        .time("firstSuccess", row.firstSuccess())
        .text("successFrom", row.successFrom() == null ? null : row.successFrom().toString())
        .flag("privileged", row.privileged())
        .number("messages", row.messages())
        .number("recipients", row.recipients())
        .endObject();
  }
}
