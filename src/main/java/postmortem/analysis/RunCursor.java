package postmortem.analysis;

import java.io.Closeable;
import java.io.IOException;

/** Reads one sorted run, a row at a time. What it stands at is its implementation's affair. */
public interface RunCursor extends Closeable {

  /** Moves to the next row; false where there is none. */
  boolean next() throws IOException;
}
