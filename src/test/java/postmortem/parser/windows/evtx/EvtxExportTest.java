package postmortem.parser.windows.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postmortem.testing.Tools;

/** What tests write is EVTX: another reader finds as many records in it. */
final class EvtxExportTest {

  @TempDir Path folder;

  @Test
  void anotherReaderAgrees() throws IOException {
    Path tool = Tools.require("evtxexport");
    Path file = folder.resolve("Security.evtx");
    Files.write(file, SampleEvents.audits().file());
    Process process =
        new ProcessBuilder(tool.toString(), file.toString()).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(17, text.lines().filter(l -> l.startsWith("Event number")).count(), text);
  }
}
