package blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A case while the program that writes it is killed: the old one, or the new. */
@DisabledOnOs(OS.WINDOWS)
final class CaseKilledIT {

  private static final int KILLS = 100;

  @TempDir Path folder;
  private Path evidence;
  private Path half;
  private Path file;

  @BeforeEach
  void copyEvidence() throws IOException {
    Path all = Launcher.home().resolve("testdata/case/relayed-2010/evidence/GATE01/SMTPSVC1");
    evidence = Files.createDirectory(folder.resolve("logs"));
    half = evidence.resolve("ex101120.log");
    file = folder.resolve("mail.case");
    try (Stream<Path> files = Files.list(all)) {
      for (Path log : files.toList()) {
        Files.copy(log, evidence.resolve(log.getFileName()));
      }
    }
  }

  private Launcher.Result ingest(Path logs) throws Exception {
    return Launcher.in(folder)
        .run("ingest", logs.toString(), "--case", file.toString(), "--no-progress");
  }

  /** All events, findings and the ledger. */
  private String content() throws Exception {
    StringBuilder all = new StringBuilder();
    for (String view : List.of("events", "findings", "incidents", "ledger", "samples")) {
      Launcher.Result rows =
          Launcher.in(folder)
              .run("query", file.toString(), "SELECT * FROM " + view, "--format", "csv");
      assertEquals(0, rows.status(), rows.err());
      all.append(rows.out());
    }
    return all.toString();
  }

  /** Starts to ingest all logs, and kills that after a time; how it ended. */
  private int killedAfter(long millis) throws Exception {
    Process process =
        new ProcessBuilder(
                Launcher.home().resolve("postmortem").toString(),
                "ingest",
                evidence.toString(),
                "--case",
                file.toString(),
                "--no-progress")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  @Test
  void theCaseIsTheOldOneOrTheNew() throws Exception {
    long begin = System.nanoTime();
    assertEquals(0, ingest(evidence).status());
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    String expected = content();
    Files.delete(file);
    assertEquals(0, ingest(half).status());
    Path old = Files.copy(file, folder.resolve("old.case"));
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int unfinished = 0;
    for (int i = 0; i < KILLS; i++) {
      boolean first = random.nextInt(4) == 0; // no case is there yet
      Files.deleteIfExists(file);
      if (!first) {
        Files.copy(old, file, StandardCopyOption.REPLACE_EXISTING);
      }
      int status = killedAfter(whole / 4 + random.nextLong(whole));
      String told = "seed " + seed + ", kill " + i;
      if (status == 0) {
        continue; // it was faster: with what was left of the one before
      }
      unfinished++;
      boolean untouched =
          first ? Files.notExists(file) : Files.exists(file) && Files.mismatch(old, file) < 0;
      if (!untouched) { // killed when all was done
        assertEquals(expected, content(), told);
      }
    }
    assertTrue(unfinished > KILLS / 4, unfinished + " of " + KILLS + " were killed in time");
    Files.copy(old, file, StandardCopyOption.REPLACE_EXISTING);
    assertEquals(0, ingest(evidence).status());
    assertEquals(expected, content());
    assertFalse(Files.exists(folder.resolve("mail.case.part")));
  }
}
