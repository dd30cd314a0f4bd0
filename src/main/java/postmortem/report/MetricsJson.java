package postmortem.report;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Metrics and thresholds as JSON of one line, with the values that {@code report.json} has. */
public final class MetricsJson {

  private MetricsJson() {}

  /** The JSON object of figures by name. */
  public static String of(Map<String, ?> figures) {
    SortedMap<String, @Nullable Object> plain = new TreeMap<>();
    figures.forEach((key, value) -> plain.put(key, Metrics.plain(key, value)));
    return JsonMapper.shared().writeValueAsString(plain);
  }
}
