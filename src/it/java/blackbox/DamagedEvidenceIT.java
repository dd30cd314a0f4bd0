package blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import postmortem.testing.Tools;

/** A good log beside a bad file: the bad one is named for what it is, the good one is read. */
@DisabledOnOs(OS.WINDOWS)
final class DamagedEvidenceIT {

  private static final int DONE = 0;
  private static final int INCOMPLETE = 3;
  private static final String NOBODY = "65534";

  @TempDir Path folder;

  private Path logs;

  @BeforeEach
  void writeAGoodLog() throws IOException {
    logs = Files.createDirectory(folder.resolve("logs"));
    add("good.log", Damage.log("14"));
  }

  private void add(String name, byte[] bytes) throws IOException {
    Files.write(logs.resolve(name), bytes);
  }

  private Report analyze(int status) throws Exception {
    return report(status, Launcher.in(folder));
  }

  /** Runs it, and checks what holds whatever the bad file is. */
  private Report report(int status, Launcher launcher) throws Exception {
    Launcher.Result result = launcher.run("analyze", "logs", "--output", "report");
    assertEquals(status, result.status(), result.toString());
    assertTrue(result.err().lines().count() <= 1, result.err());
    Report report = Report.in(folder.resolve("report"));
    assertEquals(Damage.RECORDS, report.ledger("good.log").get("records").asInt());
    assertEquals(0, report.ledger("good.log").get("unread").size());
    assertTrue(report.sum("messages.in") >= Damage.MESSAGES, "the events of the good file");
    return report;
  }

  /** The reason is printed for people, too. */
  private static void assertUnread(Report report, String path, String why) {
    assertEquals(List.of(why), report.unread(path));
    assertTrue(report.markdown().contains("`" + path + "`:\n"), report.markdown());
    String printed = report.markdown().replace("\\", "");
    assertTrue(printed.contains(why), report.markdown());
  }

  @Test
  void aTruncatedGzipIsReadAsFarAsItGoes() throws Exception {
    byte[] packed = Damage.gzip(Damage.log("15"));
    add("cut.log.gz", Damage.cut(packed, 70));
    Report report = analyze(INCOMPLETE);
    long records = report.ledger("cut.log.gz").get("records").asLong();
    assertTrue(records > 20 && records < Damage.RECORDS, records + " records");
    long size = report.ledger("cut.log.gz").get("size").asLong();
    assertUnread(report, "cut.log.gz", "gzip stream ends early after " + size + " bytes");
    long from = report.ledger("cut.log.gz").get("unread").get(0).get("offset").asLong();
    assertTrue(from <= size && from > size - 200, "where the last whole line ends: " + from);
    long messages = report.sum("messages.in");
    assertTrue(
        messages > Damage.MESSAGES && messages < 2 * Damage.MESSAGES, messages + " messages");
  }

  @Test
  void theNameOfAFileDoesNotMatter() throws Exception {
    add("iis.evtx", Damage.log("15"));
    add("zip.log", Damage.zip("ex031016.log", Damage.log("16")));
    Report report = analyze(DONE);
    assertEquals("iis-smtp-w3c", report.ledger("iis.evtx").get("format").asString());
    assertEquals("iis-smtp-w3c", report.ledger("zip.log!ex031016.log").get("format").asString());
    assertEquals(3 * Damage.MESSAGES, report.sum("messages.in"));
  }

  @Test
  void aBinaryFileIsNoFailure() throws Exception {
    add("Thumbs.db", Damage.noise(200_000));
    Report report = analyze(DONE);
    assertUnread(report, "Thumbs.db", "not a known log");
    assertEquals(200_000, report.ledger("Thumbs.db").get("size").asInt());
    assertEquals(200_000, report.ledger("Thumbs.db").get("unread").get(0).get("length").asInt());
  }

  @Test
  void anEmptyFileIsEmpty() throws Exception {
    add("empty.log", new byte[0]);
    Report report = analyze(DONE);
    assertEquals(List.of(), report.unread("empty.log"));
    assertEquals(0, report.ledger("empty.log").get("size").asInt());
    assertTrue(report.markdown().contains("| `empty.log` | empty |"), report.markdown());
  }

  @Test
  void aFileThatMayNotBeReadIsNamed() throws Exception {
    Launcher nobody = withoutRights();
    byte[] log = Damage.log("15");
    add("secret.log", log);
    Files.setPosixFilePermissions(
        logs.resolve("secret.log"), PosixFilePermissions.fromString("---------"));
    Report report = report(INCOMPLETE, nobody);
    assertUnread(report, "secret.log", "cannot be opened: permission denied");
    assertEquals(log.length, report.ledger("secret.log").get("size").asInt());
    assertTrue(
        report.markdown().contains("| `secret.log` | could not be read |"), report.markdown());
  }

  /** Root may read everything, so that it has to become somebody else first. */
  private Launcher withoutRights() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Launcher.in(folder);
    }
    Path setpriv = Tools.require("setpriv");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    for (Path needed : List.of(java, Launcher.home().resolve("target/postmortem.jar"))) {
      Assumptions.assumeTrue(isReadableByAll(needed), "only root may read " + needed);
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    return Launcher.in(folder)
        .through(setpriv.toString(), "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
  }

  /** May everybody go there and read it? */
  private static boolean isReadableByAll(Path file) throws IOException {
    for (Path at = file.toRealPath(); at != null; at = at.getParent()) {
      Set<PosixFilePermission> all = Files.getPosixFilePermissions(at);
      if (!all.contains(PosixFilePermission.OTHERS_READ)
          || Files.isDirectory(at) && !all.contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aLineOf100MegabytesIsOneRejection() throws Exception {
    Damage.longLine(logs.resolve("long.log"));
    Report report = analyze(INCOMPLETE);
    assertEquals(1, report.ledger("long.log").get("rejected").asInt());
    assertEquals(2 * Damage.RECORDS + 1, report.ledger("long.log").get("records").asInt());
    assertTrue(report.markdown().contains("longer than the limit"), report.markdown());
    assertEquals(3 * Damage.MESSAGES, report.sum("messages.in"));
  }

  @Test
  void aZipBombIsStopped() throws Exception {
    add("bomb.zip", Damage.nestedBomb());
    add("zeros.gz", Damage.gzip(new byte[50 << 20]));
    Report report = analyze(INCOMPLETE);
    assertUnread(report, "zeros.gz", "stopped: expands more than 1000 times (zip bomb?)");
    assertUnread(
        report,
        "bomb.zip!part00.zip!zeros.log",
        "stopped: expands more than 1000 times (zip bomb?)");
    assertTrue(report.json().get("ledger").size() > 40, "each part of the bomb is named");
  }
}
