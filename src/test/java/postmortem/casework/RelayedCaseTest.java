package postmortem.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import postmortem.Golden;

/** Run with {@code -Dgolden.update=true} to write the evidence anew. */
final class RelayedCaseTest {

  private static final long MOST_BYTES = 800 << 10;

  @Test
  void theFilesAreWhatTheStoryMakes() throws IOException {
    SortedMap<String, byte[]> told = new RelayedCase().files();
    RelayedCase.updateIfAsked();
    SortedMap<String, byte[]> stored = Packing.read(RelayedCase.EVIDENCE);
    assertEquals(told.keySet(), stored.keySet());
    for (String path : told.keySet()) {
      Golden.assertSame(
          path, new String(stored.get(path), UTF_8), new String(told.get(path), UTF_8));
    }
  }

  @Test
  void staysSmall() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(RelayedCase.FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
  }
}
