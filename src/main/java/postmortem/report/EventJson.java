package postmortem.report;

import java.io.IOException;
import java.io.OutputStream;
import postmortem.event.flat.FlatRow;
import tools.jackson.core.exc.JacksonIOException;

/** Writes events as JSON, an object a line. */
final class EventJson implements EventWriter {

  /** What stands in the object of an event. */
  @FunctionalInterface
  interface Content {
    void write(FlatRow row, Json json);
  }

  private final Json json;
  private final Content content;
  private boolean any;

  EventJson(OutputStream out, Content content) {
    this.json = Json.lines(out);
    this.content = content;
  }

  @Override
  public void write(FlatRow row) throws IOException {
    any = true;
    try {
      content.write(row, json.object());
      json.endObject();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

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
