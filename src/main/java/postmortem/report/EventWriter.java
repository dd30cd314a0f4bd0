package postmortem.report;

import java.io.Closeable;
import java.io.IOException;
import postmortem.event.flat.FlatRow;

/** Writes events in one format, one after the other, in UTF-8. */
public interface EventWriter extends Closeable {

  /**
   * Writes one event.
   *
   * @throws IOException where the target fails
   */
  void write(FlatRow row) throws IOException;

  /** Ends the file, and flushes; the target stays open. */
  @Override
  void close() throws IOException;
}
