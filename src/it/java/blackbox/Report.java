package blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A written report, as another program reads it. */
record Report(JsonNode json, String markdown) {

  static Report in(Path folder) throws IOException {
    return new Report(
        JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json"))),
        Files.readString(folder.resolve("report.md")));
  }

  /** The line of the ledger with this path. */
  JsonNode ledger(String path) {
    for (JsonNode entry : json.get("ledger")) {
      if (entry.get("path").asString().equals(path)) {
        return entry;
      }
    }
    throw new AssertionError("no " + path + " in " + json.get("ledger"));
  }

  /** Why parts of the file were not read. */
  List<String> unread(String path) {
    List<String> whys = new ArrayList<>();
    ledger(path).get("unread").forEach(u -> whys.add(u.get("why").asString()));
    return whys;
  }

  /** The sum of a series over all servers, hour by hour. */
  long sum(String series) {
    long sum = 0;
    for (JsonNode one : json.get("series")) {
      if (one.get("name").asString().equals(series) && one.get("binSeconds").asInt() == 3600) {
        for (JsonNode count : one.get("counts")) {
          sum += count.asLong(0);
        }
      }
    }
    return sum;
  }
}
