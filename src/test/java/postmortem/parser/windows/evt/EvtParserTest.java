package postmortem.parser.windows.evt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postmortem.event.Names;
import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;
import postmortem.parser.PieceInput;
import postmortem.parser.windows.Ignoring;

final class EvtParserTest extends ParserContractTest {

  private static final Path SAMPLES = Path.of("testdata", "format", "evt");

  @Override
  protected LogParser parser() {
    return new EvtParser();
  }

  /** Before the cases are looked for. */
  @BeforeAll
  static void theSamplesAreWhatTheWriterWrites() throws IOException {
    same(SAMPLES.resolve("security-2003/MAIL01/SecEvent.Evt"), EvtSamples.security2003());
    same(SAMPLES.resolve("security-2000/MAIL00/archive.evt"), EvtSamples.security2000());
    same(SAMPLES.resolve("application-2003/AppEvent.Evt"), EvtSamples.application2003());
    same(SAMPLES.resolve("wrapped-ring/SecEvent.Evt"), EvtSamples.ring());
  }

  private static void same(Path file, byte[] bytes) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    }
    assertArrayEquals(Files.readAllBytes(file), bytes);
  }

  @Test
  void showsARecordAsOneLine() throws IOException {
    EvtWriter log = new EvtWriter(1024).behind(41);
    log.add(529, EvtWriter.FAILURE, "a\r\n\u001b[2Jb", "", "3");
    assertEquals(
        "Record 42, 2003-07-01T09:00:41Z, MAIL01, Security, event 529, failure audit, category 2,"
            + " S-1-5-18: \"a   [2Jb\" \"\" \"3\"",
        rendered(log.file()));
  }

  private static String rendered(byte[] file) throws IOException {
    PieceInput piece = new PieceInput(new ByteArrayInputStream(file), 0, 1, 0, 0);
    try (EvtReader reader = new EvtReader(piece, false)) {
      reader.next(new Ignoring(new Names()));
      return reader.rendered();
    }
  }
}
