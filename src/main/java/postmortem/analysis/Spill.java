package postmortem.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Where sorted runs go when they are too large for memory. Supplied by the run. */
public interface Spill {

  /**
   * A fresh place to write to. It is read after its stream was closed, and goes away with the run.
   */
  Place create() throws IOException;

  /** One written run. */
  interface Place {
    OutputStream out() throws IOException;

    InputStream in() throws IOException;

    /** It is not needed any more, before the run ends. */
    default void discard() throws IOException {
      // goes with the run
    }
  }
}
