package postmortem.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Spill;

/** Spills to files of its own in the system's folder for such; they go when it is closed. */
final class TempSpill implements Spill, Closeable {

  private final List<Path> files = new ArrayList<>();

  @Override
  public synchronized Place create() throws IOException {
    Path file = Files.createTempFile("postmortem-", ".run"); // readable by its owner only
    files.add(file);
    return new Place() {
      @Override
      public OutputStream out() throws IOException {
        return Files.newOutputStream(file);
      }

      @Override
      public InputStream in() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public void discard() throws IOException {
        Files.deleteIfExists(file);
      }
    };
  }

  @Override
  public synchronized void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    files.clear();
  }
}
