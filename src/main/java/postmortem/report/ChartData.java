package postmortem.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import postmortem.event.Times;

/** Charts as JSON that may stand in an element of a page. */
final class ChartData {

  private ChartData() {}

  static String of(List<Charts.Chart> charts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Json json = new Json(out)) {
      json.object().array("charts");
      for (Charts.Chart chart : charts) {
        write(chart, json);
      }
      json.endArray().endObject();
    }
    // nothing in it can end the element, begin a comment in it, or be taken for mark-up
    return out.toString(StandardCharsets.UTF_8).replace("<", "\\u003c").replace(">", "\\u003e");
  }

  private static void write(Charts.Chart chart, Json json) {
    json.object()
        .text("id", chart.id())
        .text("title", chart.title())
        .number("start", milliseconds(chart.start()))
        .number("step", milliseconds(chart.step()))
        .array("lines");
    for (Charts.Line line : chart.lines()) {
      json.object().text("name", VisibleText.of(line.name())).numbers("counts", line.counts());
      json.endObject();
    }
    json.endArray().array("limits");
    for (Charts.Limit limit : chart.limits()) {
      json.object().text("name", limit.name()).number("value", limit.value()).endObject();
    }
    json.endArray().array("incidents");
    for (Charts.Span span : chart.spans()) {
      json.object()
          .text("name", span.name())
          .number("start", milliseconds(span.start()))
          .number("end", milliseconds(span.end()))
          .endObject();
    }
    json.endArray().endObject();
  }

  private static long milliseconds(long nanos) {
    return Math.floorDiv(nanos, Times.SECOND / 1000);
  }
}
