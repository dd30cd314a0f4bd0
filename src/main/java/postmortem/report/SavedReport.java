package postmortem.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@code report.json} says of one finding, and of what it was made from.
 *
 * @param settings that it was made with, as lines of a settings file: name to values
 * @param hashes SHA-256 by ledger path, of all files that have one
 * @param paths of the ledger, by id
 * @param finding null where the report has none of that id
 */
public record SavedReport(
    SortedMap<String, List<String>> settings,
    SortedMap<String, String> hashes,
    List<String> paths,
    @Nullable SavedFinding finding) {

  /**
   * A finding.
   *
   * @param samples its first records
   */
  public record SavedFinding(String id, String title, long count, List<Sample> samples) {}

  /** A record that a finding shows. */
  public record Sample(int ledger, long record, long offset, String text) {}

  /**
   * Reads one.
   *
   * @param id of the finding that is wanted
   * @throws IOException where it cannot be read, or is no report of this version
   */
  public static SavedReport read(Path file, String id) throws IOException {
    Reader reader = new Reader(id);
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = Reader.MAPPER.createParser(in)) {
      reader.read(json);
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw new IOException("not a report of postmortem: " + e.getOriginalMessage());
    }
    if (!reader.known) {
      throw new IOException("not a report of postmortem, version 1");
    }
    return new SavedReport(reader.settings, reader.hashes, reader.paths, reader.finding);
  }

  /** Goes through the file once; only what is asked for stays. */
  private static final class Reader {
    static final ObjectMapper MAPPER = JsonMapper.shared();

    private final String id;
    private final SortedMap<String, List<String>> settings = new TreeMap<>();
    private final SortedMap<String, String> hashes = new TreeMap<>();
    private final List<String> paths = new ArrayList<>();
    private @Nullable SavedFinding finding;
    private boolean known;

    Reader(String id) {
      this.id = id;
    }

    void read(JsonParser json) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "schema" -> known = json.getString().equals(JsonReport.SCHEMA);
          case "settings" -> settings(json.readValueAsTree());
          case "ledger" -> {
            while (json.nextToken() == JsonToken.START_OBJECT) {
              ledger(json.readValueAsTree());
            }
          }
          case "findings" -> {
            while (json.nextToken() == JsonToken.START_OBJECT) {
              finding(json.readValueAsTree());
            }
          }
          default -> json.skipChildren();
        }
      }
    }

    private void settings(JsonNode node) {
      node.properties()
          .forEach(
              e -> {
                List<String> values = new ArrayList<>();
                if (e.getValue().isArray()) {
                  e.getValue().forEach(v -> values.add(v.asString()));
                } else {
                  values.add(e.getValue().asString());
                }
                settings.put(e.getKey(), values);
              });
    }

    private void ledger(JsonNode entry) {
      String path = entry.path("path").asString("");
      paths.add(path);
      JsonNode hash = entry.path("sha256");
      if (hash.isString()) {
        hashes.put(path, hash.asString());
      }
    }

    private void finding(JsonNode node) {
      if (!node.path("id").asString("").equals(id)) {
        return;
      }
      List<Sample> samples = new ArrayList<>();
      for (JsonNode s : node.path("evidence").path("samples")) {
        samples.add(
            new Sample(
                s.path("ledger").asInt(),
                s.path("record").asLong(),
                s.path("offset").asLong(),
                s.path("text").asString("")));
      }
      finding =
          new SavedFinding(
              id,
              node.path("title").asString(""),
              node.path("evidence").path("count").asLong(),
              samples);
    }
  }
}
