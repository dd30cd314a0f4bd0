package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import postmortem.parser.Confidence;
import postmortem.parser.LogParser;
import postmortem.parser.Sample;
import postmortem.parser.StreamKey;

/** Whose a log is that names no machine. */
final class MachinesTest {

  private static final StreamKey UNNAMED = new StreamKey("", "Application");

  private static Recognised log(String format, String server) {
    LogParser parser =
        BuiltIns.parsers().stream()
            .filter(p -> p.format().id().equals(format))
            .findFirst()
            .orElseThrow();
    Sample none = new Sample("", 0, new byte[0], new byte[0], new byte[0]);
    StreamKey key = new StreamKey(server, "");
    return new Recognised(parser, Confidence.CERTAIN, key, 0, none, List.of());
  }

  private static String home(String path, Recognised... logs) {
    return Machines.of(List.of(logs)).home(path, UNNAMED).server();
  }

  @Test
  void theFolderNamesIt() {
    Recognised mail = log("exchange-smtp-receive", "MAIL01");
    Recognised other = log("exchange-smtp-receive", "MAIL02");
    assertEquals("MAIL02", home("case/mail02/logs/app.csv", mail, other));
    assertEquals("MAIL01", home("mail01.example.com/app.csv", mail, other));
    assertEquals("MAIL01", home("x.zip!MAIL01/app.csv", mail, other));
    assertEquals("", home("mail01.csv", mail, other));
  }

  @Test
  void theOnlyMailServerHasIt() {
    Recognised mail = log("exchange-smtp-receive", "MAIL01");
    assertEquals("MAIL01", home("app.csv", mail, log("evtx", "DC01")));
    assertEquals("", home("app.csv", log("evtx", "DC01")));
  }

  @Test
  void aLogThatNamesItsMachineKeepsIt() {
    StreamKey named = new StreamKey("WEB", "Application");
    Machines machines = Machines.of(List.of(log("exchange-smtp-receive", "MAIL01")));
    assertEquals(named, machines.home("MAIL01/app.csv", named));
  }
}
