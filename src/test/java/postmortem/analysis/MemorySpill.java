package postmortem.analysis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** Spills to memory, where a test needs no files. */
public final class MemorySpill implements Spill {

  public static final MemorySpill INSTANCE = new MemorySpill();

  private MemorySpill() {}

  @Override
  public Place create() {
    return new Place() {
      private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

      @Override
      public OutputStream out() {
        bytes.reset();
        return bytes;
      }

      @Override
      public InputStream in() {
        return new ByteArrayInputStream(bytes.toByteArray());
      }
    };
  }
}
