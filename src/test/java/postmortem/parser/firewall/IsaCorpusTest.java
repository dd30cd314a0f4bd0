package postmortem.parser.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;
import postmortem.parser.SampleCase;
import postmortem.testing.Corpus;

/** Real logs of ISA Server: its firewall log is read whole, and no other is taken. */
final class IsaCorpusTest {

  private static final String FIREWALL = "isa2004-ISALOG_FWS.w3c";
  private final IsaFirewallParser parser = new IsaFirewallParser();

  @Test
  void readsEveryRow() throws IOException {
    byte[] bytes = Files.readAllBytes(Corpus.require("isa").resolve(FIREWALL));
    assertEquals(Confidence.CERTAIN, parser.probe(SampleCase.sample(FIREWALL, bytes)));
    assertEquals("ACME-PROXY", parser.stream(SampleCase.sample(FIREWALL, bytes)).server());
    Reading reading = Reading.whole(parser, FIREWALL, bytes, new ParseSettings(null, 0, 1 << 20));
    assertEquals(4 + 33, reading.records());
    assertEquals(0, reading.count(Fate.REJECTED), reading.toString());
    assertEquals(0, reading.count(Fate.EVENTS), "no TCP row tells of an opening, end or refusal");
  }

  @Test
  void takesNoOtherLogOfIsa() throws IOException {
    List<String> taken = new ArrayList<>();
    try (Stream<Path> files = Files.list(Corpus.require("isa"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (parser.probe(SampleCase.sample(name, Files.readAllBytes(file))) != Confidence.NONE) {
          taken.add(name);
        }
      }
    }
    assertEquals(List.of(FIREWALL), taken);
  }
}
