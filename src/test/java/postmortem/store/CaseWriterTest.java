package postmortem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who writes a case, and what others who would find. */
final class CaseWriterTest {

  @TempDir private Path folder;

  /** Holds a database open, in a process of its own, until its input ends. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws SQLException, IOException {
      try (Connection database = DriverManager.getConnection("jdbc:duckdb:" + args[0])) {
        System.out.write(database.isClosed() ? '-' : '+');
        System.out.flush();
        System.in.read();
      }
    }
  }

  @Test
  void twoDoNotWriteOneCase() throws Exception {
    Path file = folder.resolve("mail.case");
    Path part = folder.resolve("mail.case.part");
    Path duckDb =
        Path.of(
            org.duckdb.DuckDBDriver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target/test-classes") + File.pathSeparator + duckDb,
                Holder.class.getName(),
                part.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertEquals('+', other.getInputStream().read());
      IOException e = assertThrows(IOException.class, () -> CaseWriter.create(file));
      assertTrue(e.getMessage().startsWith("another ingest is writing the case "), e.getMessage());
      assertTrue(Files.exists(part));
    } finally {
      other.getOutputStream().close();
      other.waitFor();
    }
    CaseWriter.create(file).close();
    assertFalse(Files.exists(part));
  }
}
