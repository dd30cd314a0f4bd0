package postmortem.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserFilesTest {

  @TempDir private Path folder;

  @Test
  void areWhereTheSystemWantsThem() {
    UserFiles plain = UserFiles.of(Map.of(), "/home/me", false);
    assertEquals(Path.of("/home/me/.local/state/postmortem/history"), plain.history());
    assertEquals(Path.of("/home/me/.config/postmortem/queries"), plain.queries());
    UserFiles told =
        UserFiles.of(
            Map.of("XDG_STATE_HOME", "/s", "XDG_CONFIG_HOME", "relative"), "/home/me", false);
    assertEquals(Path.of("/s/postmortem/history"), told.history());
    assertEquals(Path.of("/home/me/.config/postmortem/queries"), told.queries());
    UserFiles windows = UserFiles.of(Map.of("APPDATA", "/c/AppData"), "", true);
    assertEquals(Path.of("/c/AppData/postmortem/history"), windows.history());
  }

  @Test
  void aHistoryIsItsOwnersOnly() throws IOException {
    Path file = UserFiles.of(Map.of(), folder.toString(), false).usableHistory();
    assertNotNull(file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
  }

  @Test
  void aHomeThatCannotBeWrittenIsNone() throws IOException {
    assertNull(UserFiles.of(Map.of(), "", false).history());
    assertNull(UserFiles.of(Map.of(), "?", false).usableHistory());
    Path file = Files.writeString(folder.resolve("file"), "");
    assertNull(UserFiles.of(Map.of(), file.toString(), false).usableHistory());
    Queries queries = new Queries(file.resolve("queries"));
    queries.save("mine", "SELECT 1");
    assertEquals("SELECT 1", queries.named("mine").sql());
  }

  @Test
  void whatIsSavedIsThereTheNextTime() {
    Path queries = folder.resolve("queries");
    assertEquals("kept as mine", new Queries(queries).save("mine", "SELECT 1"));
    assertEquals("SELECT 1", new Queries(queries).named("mine").sql());
  }
}
