package postmortem.analysis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Spills to files that are gone when the process ends. */
public final class FileSpill implements Spill {

  @Override
  public Place create() throws IOException {
    Path file = Files.createTempFile("facts", ".bin");
    file.toFile().deleteOnExit();
    return new Place() {
      @Override
      public OutputStream out() throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
      }

      @Override
      public InputStream in() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      }
    };
  }
}
