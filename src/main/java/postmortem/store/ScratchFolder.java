package postmortem.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for intermediate results, of its owner only; it goes at the end, however that comes. */
final class ScratchFolder implements AutoCloseable {

  private final Path folder;
  private final Thread atExit;

  private ScratchFolder(Path folder) {
    this.folder = folder;
    this.atExit = new Thread(() -> delete(folder), "scratch");
  }

  static ScratchFolder create() throws IOException {
    ScratchFolder scratch = new ScratchFolder(Files.createTempDirectory("postmortem-"));
    Runtime.getRuntime().addShutdownHook(scratch.atExit);
    return scratch;
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() {
    delete(folder);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException shuttingDown) {
      // then it runs, and finds nothing
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : innermostFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      // what cannot be deleted is left to the system's own clearing up
    }
  }
}
