package postmortem.parser.windows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import postmortem.event.Names;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.FileFacts;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.Reading;
import postmortem.parser.RecordReader;
import postmortem.parser.SampleCase;
import postmortem.parser.windows.block.EvtexportParser;
import postmortem.parser.windows.block.WevtutilParser;
import postmortem.parser.windows.evtx.EvtxParser;
import postmortem.parser.windows.export.EventTableParser;
import postmortem.parser.windows.json.EventJsonParser;
import postmortem.parser.windows.line.EventLineParser;
import postmortem.parser.windows.xml.EventXmlParser;
import postmortem.testing.Corpus;

/** The same event means the same in whatever form it is, but for precision and zone of its time. */
final class EqualMeaningTest {

  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, 1 << 20);

  private static final String TEXT =
      """
      An account failed to log on.

      Subject:
      \tSecurity ID:\t\tS-1-5-18
      \tAccount Name:\t\tMAIL01$
      \tAccount Domain:\t\tFABRIKAM
      \tLogon ID:\t\t0x3E7

      Logon Type:\t\t\t8

      Account For Which Logon Failed:
      \tSecurity ID:\t\tS-1-0-0
      \tAccount Name:\t\tinfo
      \tAccount Domain:\t\t

      Failure Information:
      \tFailure Reason:\t\tUnknown user name or bad password.
      \tStatus:\t\t\t0xC000006D
      \tSub Status:\t\t0xC000006A

      Process Information:
      \tCaller Process ID:\t0x2020
      \tCaller Process Name:\tC:\\V15\\Bin\\MSExchangeFrontendTransport.exe

      Network Information:
      \tWorkstation Name:\tMAIL01
      \tSource Network Address:\t-
      \tSource Port:\t\t-

      Detailed Authentication Information:
      \tLogon Process:\t\tAdvapi
      \tAuthentication Package:\tNegotiate
      \tTransited Services:\t-
      \tPackage Name (NTLM only):\t-
      \tKey Length:\t\t0""";

  private static final String DATA =
      """
      {"SubjectUserName":"MAIL01$","SubjectDomainName":"FABRIKAM","TargetUserName":"info",\
      "TargetDomainName":"","Status":"0xc000006d","SubStatus":"0xc000006a","LogonType":"8",\
      "LogonProcessName":"Advapi  ","WorkstationName":"MAIL01","IpAddress":"-","IpPort":"-",\
      "ProcessName":"C:\\\\V15\\\\Bin\\\\MSExchangeFrontendTransport.exe"}""";

  /** A form, and the event in it. */
  private record Form(LogParser parser, String text) {
    @Override
    public String toString() {
      return parser.format().id();
    }
  }

  private static List<Form> forms() {
    String auditing = "Microsoft-Windows-Security-Auditing";
    String flat = TEXT.replaceAll("\\s*\\n\\s*", "  ").replace('\t', ' ');
    return List.of(
        new Form(
            new EventJsonParser(),
            "{\"Event\":{\"System\":{\"Provider\":{\"#attributes\":{\"Name\":\""
                + auditing
                + "\"}},\"EventID\":4625,\"TimeCreated\":{\"#attributes\":{\"SystemTime\":"
                + "\"2024-03-05T00:16:41Z\"}},\"Channel\":\"Security\",\"Computer\":\"MAIL01\"},"
                + "\"EventData\":"
                + DATA
                + "}}\n"),
        new Form(
            new EventJsonParser(),
            "{\"@timestamp\":\"2024-03-05T00:16:41.000Z\",\"event\":{\"code\":\"4625\"},"
                + "\"winlog\":{\"channel\":\"Security\",\"computer_name\":\"MAIL01\","
                + "\"event_id\":\"4625\",\"provider_name\":\""
                + auditing
                + "\",\"event_data\":"
                + DATA
                + "}}\n"),
        new Form(
            new EventTableParser(),
            "Keywords,Date and Time,Source,Event ID,Task Category\r\n"
                + "Audit Failure,2024-03-05 00:16:41,"
                + auditing
                + ",4625,Logon,\""
                + TEXT
                + "\"\r\n"),
        new Form(
            new EventTableParser(),
            "\"TimeCreated\",\"Id\",\"ProviderName\",\"LogName\",\"MachineName\",\"Message\"\r\n"
                + "\"2024-03-05 00:16:41\",\"4625\",\""
                + auditing
                + "\",\"Security\",\"MAIL01\",\""
                + TEXT
                + "\"\r\n"),
        new Form(
            new WevtutilParser(),
            """
            Event[0]:
              Log Name: Security
              Source: Microsoft-Windows-Security-Auditing
              Date: 2024-03-05T00:16:41.000
              Event ID: 4625
              Task: Logon
              Level: Information
              Opcode: Info
              Keyword: Audit Failure
              User: N/A
              User Name: N/A
              Computer: MAIL01
              Description:
            """
                + TEXT
                + "\n\n"),
        new Form(
            new EventLineParser(),
            "2024 Mar 05 00:16:41 WinEvtLog: Security: AUDIT_FAILURE(4625): "
                + auditing
                + ": (no user): no domain: MAIL01: "
                + flat
                + "\n"),
        new Form(
            new EventLineParser(),
            "Mar  5 00:16:41 mail01 MSWinEventLog\t1\tSecurity\t77\tTue Mar 05 00:16:41 2024\t4625\t"
                + auditing
                + "\tN/A\tN/A\tFailure Audit\tMAIL01\tLogon\t\t"
                + flat
                + "\t78\n"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aRefusedLogon(Form form) throws IOException {
    Path file = Path.of("testdata", "format", "evtx", "security", "MAIL01", "Security.evtx");
    String expected = events(new EvtxParser(), Files.readAllBytes(file)).get(0);
    byte[] text = form.text().getBytes(UTF_8);
    Confidence confidence = form.parser().probe(SampleCase.sample("log.txt", text));
    assertFalse(confidence == Confidence.NONE, form.text());
    assertEquals(List.of(expected), events(form.parser(), text));
  }

  @Test
  void allOfALogAsXml() throws IOException {
    for (String name : List.of("security/MAIL01/Security.evtx", "application/Application.evtx")) {
      byte[] evtx = Files.readAllBytes(Path.of("testdata", "format", "evtx").resolve(name));
      List<String> expected = events(new EvtxParser(), evtx);
      assertFalse(expected.isEmpty());
      assertEquals(expected, events(new EventXmlParser(), rendered(evtx).getBytes(UTF_8)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mitre-4771-kerberos-valid-user.evtx, python-evtx-dump.mitre-4771-kerberos-valid-user.xml",
    "mitre-4625-local-bruteforce.evtx, python-evtx-dump.mitre-4625-local-bruteforce.xml",
    "mitre-4625-openssh-valid-users.evtx, evtxexport-xml.mitre-4625-openssh-valid-users.xml"
  })
  void whatOtherToolsMakeOfALogAsXml(String log, String export) throws IOException {
    byte[] evtx = Files.readAllBytes(Corpus.require("evtx").resolve(log));
    byte[] xml = Files.readAllBytes(Corpus.require("event-exports").resolve(export));
    List<String> expected = coarse(events(new EvtxParser(), evtx));
    assertFalse(expected.isEmpty());
    assertEquals(expected, coarse(events(new EventXmlParser(), xml)));
  }

  @Test
  void whatAnotherToolMakesOfALogAsText() throws IOException {
    byte[] evtx =
        Files.readAllBytes(Corpus.require("evtx").resolve("mitre-4625-openssh-valid-users.evtx"));
    byte[] text =
        Files.readAllBytes(
            Corpus.require("event-exports")
                .resolve("evtxexport-text.mitre-4625-openssh-valid-users.txt"));
    List<String> expected = coarse(events(new EvtxParser(), evtx));
    List<String> actual = coarse(events(new EvtexportParser(), text));
    assertEquals(expected.size() - 1, actual.size()); // it gave one the year 1601
    assertEquals(List.of(), actual.stream().filter(e -> !expected.contains(e)).toList());
  }

  /** Some tools have seconds or microseconds only. */
  private static List<String> coarse(List<String> events) {
    return events.stream().map(e -> e.replaceFirst("(:\\d\\d)(\\.\\d+)?Z", "$1Z")).toList();
  }

  /** The events without place, precision and basis. */
  private static List<String> events(LogParser parser, byte[] file) throws IOException {
    return Reading.whole(parser, "log", file, SETTINGS)
        .toString()
        .lines()
        .filter(line -> line.matches("\\d+ @\\S+ [12].*"))
        .map(line -> line.replaceFirst("\\S+ \\S+ (\\S+) \\S+ \\S+", "$1"))
        .toList();
  }

  private static String rendered(byte[] evtx) throws IOException {
    StringBuilder all = new StringBuilder();
    PieceInput piece = new PieceInput(new ByteArrayInputStream(evtx), 0, 1, 0, 0);
    try (RecordReader reader = new EvtxParser().open(piece, FileFacts.NONE, SETTINGS)) {
      Ignoring sink = new Ignoring(new Names());
      while (reader.next(sink) != Fate.END) {
        all.append(reader.rendered()).append('\n');
      }
    }
    return all.toString();
  }
}
