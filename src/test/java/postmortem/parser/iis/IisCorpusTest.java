package postmortem.parser.iis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Real logs of IIS: that of the SMTP service is read whole, and no other is taken. */
final class IisCorpusTest {

  private static final String SMTP = "smtp-w3c-exchange2000-iis5.log";
  private final IisSmtpParser parser = new IisSmtpParser();

  @Test
  void readsEveryRow() throws IOException {
    byte[] bytes = Files.readAllBytes(Corpus.require("iis").resolve(SMTP));
    assertEquals(Confidence.CERTAIN, parser.probe(SampleCase.sample(SMTP, bytes)));
    Reading reading = Reading.whole(parser, SMTP, bytes, new ParseSettings(null, 0, 1 << 20));
    assertEquals(37, reading.count(Fate.PART));
    assertEquals(4, reading.count(Fate.IGNORED));
    assertEquals(41, reading.records());
    String text = reading.toString();
    assertEquals(9, count(text, " QUIT "), "sessions that end");
    assertEquals(6, count(text, " HELO "));
    assertEquals(5, count(text, "text=\"xxxx\""));
    assertEquals(5, count(text, " DATA "));
    assertEquals(0, count(text, "number=0"));
    assertTrue(text.contains("text=\"4F5002F2.860022@web.de\" number=1399"));
  }

  @Test
  void takesNoOtherLogOfIis() throws IOException {
    List<String> taken = new ArrayList<>();
    try (Stream<Path> files = Files.list(Corpus.require("iis"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        Confidence confidence = parser.probe(SampleCase.sample(name, Files.readAllBytes(file)));
        if (confidence != Confidence.NONE) {
          taken.add(name);
        }
      }
    }
    assertEquals(List.of(SMTP), taken);
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }
}
