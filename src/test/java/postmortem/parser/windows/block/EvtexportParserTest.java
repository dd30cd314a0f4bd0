package postmortem.parser.windows.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;
import postmortem.parser.Reading;

final class EvtexportParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new EvtexportParser();
  }

  /** As a shell of Windows writes what a program prints: no event is taken for a heading. */
  @Test
  void readsTheFirstEventBehindAByteOrderMark() throws IOException {
    String event = "Event number\t\t: 1\r\nEvent identifier\t: 0x00000211 (529)\r\n\r\n";
    byte[] bytes = ("\ufeff" + event + event).getBytes(StandardCharsets.UTF_8);
    assertEquals(2, Reading.whole(parser(), "log.txt", bytes, settings()).records());
  }
}
