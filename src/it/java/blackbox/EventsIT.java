package blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The events as they come through a pipe. */
@DisabledOnOs(OS.WINDOWS)
final class EventsIT {

  private static final String EVIDENCE = "testdata/case/relayed-2010/evidence";

  @TempDir Path folder;

  @Test
  void printsAllToStdout() throws Exception {
    String evidence = Launcher.home().resolve(EVIDENCE).toString();
    Launcher.Result result = Launcher.in(folder).run("events", evidence, "--format", "csv");
    assertEquals(0, result.status(), result.err());
    assertEquals("", result.err());
    assertTrue(result.out().startsWith("time,time_logged,"));
    assertTrue(result.out().lines().count() > 3000);
  }

  /** {@code head} takes what it wants and goes; that is no fault. */
  @Test
  void endsQuietlyWhenNobodyListens() throws Exception {
    String command =
        "'%s' events '%s' --format jsonl | head -n 2; echo ${PIPESTATUS[0]}"
            .formatted(Launcher.home().resolve("postmortem"), Launcher.home().resolve(EVIDENCE));
    Process process =
        new ProcessBuilder("bash", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(3, said.lines().count(), said);
    assertEquals("0", said.lines().skip(2).findFirst().orElse(""), said);
  }
}
