package postmortem.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;

/** Writes rows of an answer as JSON, an object a line, values with all their digits. */
public final class JsonLines implements Closeable {

  private final Json json;
  private boolean any;

  /**
   * @param out stays open
   */
  public JsonLines(OutputStream out) {
    this.json = Json.lines(out);
  }

  /**
   * Writes one row.
   *
   * @param names of the values, each once
   * @throws IOException where the target fails
   */
  public void write(List<String> names, List<@Nullable Object> values) throws IOException {
    try {
      json.object();
      for (int i = 0; i < names.size(); i++) {
        json.exact(names.get(i), values.get(i));
      }
      json.endObject();
      any = true;
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /** Ends the last line, and flushes. */
  @Override
  public void close() throws IOException {
    try {
      if (any) {
        json.close();
      } else {
        json.flush();
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }
}
