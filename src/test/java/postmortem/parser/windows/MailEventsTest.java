package postmortem.parser.windows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;
import postmortem.parser.windows.block.EvtexportParser;
import postmortem.parser.windows.block.WevtutilParser;
import postmortem.parser.windows.export.EventDumpParser;
import postmortem.parser.windows.export.EventTableParser;
import postmortem.parser.windows.export.EventViewerCsvParser;
import postmortem.parser.windows.json.EventJsonParser;
import postmortem.parser.windows.line.EventLineParser;
import postmortem.parser.windows.xml.EventXmlParser;

/** What Exchange and the SMTP service remark on mail, as strings and as sentences. */
final class MailEventsTest {

  private static final List<LogParser> FORMS =
      List.of(
          new EventXmlParser(),
          new EventJsonParser(),
          new EventTableParser(),
          new EventViewerCsvParser(),
          new EventDumpParser(),
          new WevtutilParser(),
          new EvtexportParser(),
          new EventLineParser());

  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, 1 << 20);
  private static final String RELAY =
      "RECIPIENT address=198.51.100.7 network=27 direction=IN service=SMTP"
          + " recipient=\"x@example.net\" domain=\"example.net\" status=550 outcome=REJECTED"
          + " reason=RELAY_DENIED";
  private static final String REFUSED =
      "DELIVERY address=203.0.113.9 network=48 direction=OUT service=SMTP end=T"
          + " recipient=\"y@example.org\" domain=\"example.org\" status=550"
          + " reply=\" 5.7.1 blocked using bl.example\" outcome=REJECTED reason=REPUTATION"
          + " blocklist=\"bl.example\"";
  private static final String REPORT =
      "DSN direction=OUT originalRecipient=\"z@example.org\" relatedMessageId=\"1@mx\"";
  private static final String DELAYED =
      "DELIVERY direction=OUT service=SMTP end=T domain=\"example.org\" outcome=UNAVAILABLE"
          + " reason=TEMPORARY";

  private static String xml(int id, String... strings) {
    StringBuilder data = new StringBuilder();
    for (String string : strings) {
      data.append("<Data>")
          .append(string.replace("<", "&lt;").replace(">", "&gt;"))
          .append("</Data>");
    }
    return "<Event><System><Provider Name='MSExchangeTransport'/><EventID>"
        + id
        + "</EventID><TimeCreated SystemTime='2003-07-01T09:00:00Z'/><Channel>Application</Channel>"
        + "<Computer>MAIL01</Computer></System><EventData>"
        + data
        + "</EventData></Event>\n";
  }

  private static String csv(int id, String text) {
    return "7/1/2003,9:00:00 AM,MSExchangeTransport,Warning,SMTP Protocol ,"
        + id
        + ",N/A,MAIL01,\""
        + text.replace("\"", "\"\"")
        + "\"\r\n";
  }

  private static List<String> events(Reading reading) {
    return reading
        .toString()
        .lines()
        .filter(line -> line.matches("\\d+ @\\S+ 2003.*"))
        .map(line -> line.replaceFirst("\\S+ \\S+ \\S+ \\S+ \\S+ ", ""))
        .map(line -> line.replaceFirst("end=\\d+", "end=T").replace(" inDomain=1", ""))
        .toList();
  }

  private static void assertStrings(String expected, String event) throws IOException {
    Reading reading = Reading.whole(new EventXmlParser(), "a.xml", event.getBytes(UTF_8), SETTINGS);
    assertEquals(List.of(expected), events(reading));
  }

  private static void assertSentence(String expected, String row) throws IOException {
    byte[] two = (row + row).getBytes(UTF_8);
    Reading reading = Reading.whole(new EventViewerCsvParser(), "a.csv", two, SETTINGS);
    assertEquals(List.of(expected, expected), events(reading));
  }

  @Test
  void aClientThatWasRefused() throws IOException {
    assertStrings(
        RELAY,
        xml(
            7010,
            "1",
            "31",
            "198.51.100.7",
            "rcpt",
            "550 5.7.1 Unable to relay for x@example.net",
            "rcpt TO:<x@example.net>"));
    assertSentence(
        RELAY,
        csv(
            7010,
            "This is an SMTP protocol log for virtual server ID 1, connection #31. The client at"
                + " \"198.51.100.7\" sent a \"rcpt\" command, and the SMTP server responded with \"550"
                + " 5.7.1 Unable to relay for x@example.net  \". The full command sent was \"rcpt"
                + " TO:<x@example.net>  \".  This will probably cause the connection to fail. "));
  }

  @Test
  void aServerThatRefusedUs() throws IOException {
    assertStrings(
        REFUSED,
        xml(
            7004,
            "1",
            "7",
            "203.0.113.9",
            "rcpt",
            "550 5.7.1 blocked using bl.example",
            "RCPT TO:<y@example.org>"));
    assertSentence(
        REFUSED,
        csv(
            7004,
            "This is an SMTP protocol error log for virtual server ID 1, connection #7. The remote"
                + " host \"203.0.113.9\", responded to the SMTP command \"rcpt\" with \"550 5.7.1"
                + " blocked using bl.example  \". The full command sent was \"RCPT"
                + " TO:<y@example.org>  \".  This will probably cause the connection to fail. "));
  }

  @ParameterizedTest
  @CsvSource({"3001, 4.3.1", "3018, 5.4.0", "3030, 5.1.1"})
  void aReport(int id, String status) throws IOException {
    assertStrings(REPORT, xml(id, status, "rfc822;z@example.org", "<1@mx>"));
    assertSentence(
        REPORT,
        csv(
            id,
            "A non-delivery report with a status code of "
                + status
                + " was generated for recipient rfc822;z@example.org (Message-ID <1@mx>). "));
  }

  @Test
  void mailThatHasToWait() throws IOException {
    assertStrings(DELAYED, xml(4000, "example.org", "no answer"));
    assertSentence(
        DELAYED,
        csv(
            4006,
            "Message delivery to the remote domain 'example.org' failed for the following reason:"
                + " The remote server did not respond to a connection attempt. "));
    assertStrings(
        DELAYED.replace("direction", "address=203.0.113.9 network=48 direction"),
        xml(4006, "203.0.113.9", "example.org", "no answer"));
  }

  /** The join makes it one with that of the Security log, where there is one. */
  @Test
  void anAuthWithAWrongPasswordIsTold() throws IOException {
    String event =
        xml(7010, "1", "31", "198.51.100.7", "auth", "535 5.7.3 no", "auth PLAIN AGEAYg==");
    Reading reading = Reading.whole(new EventXmlParser(), "a.xml", event.getBytes(UTF_8), SETTINGS);
    String told = events(reading).toString();
    assertTrue(told.contains("address=198.51.100.7") && told.contains("reason=DENIED"), told);
    assertTrue(told.contains("mechanism=\"PLAIN\""), told);
    assertFalse(told.contains("AGEAYg"), told);
  }

  @Test
  void anAuthThatCameToNoLogonIsTold() throws IOException {
    String event =
        xml(7010, "1", "31", "198.51.100.7", "auth", "504 5.7.4 no", "auth CRAM-MD5 c2VjcmV0");
    Reading reading = Reading.whole(new EventXmlParser(), "a.xml", event.getBytes(UTF_8), SETTINGS);
    String told = events(reading).toString();
    assertTrue(told.contains("CRAM-MD5") && told.contains("MECHANISM_NOT_OFFERED"), told);
    assertFalse(told.contains("c2VjcmV0"), told);
  }

  @Test
  void aClientThatWasCutOffForItsFailures() throws IOException {
    String event = xml(1012, "Default MAIL01", "3", "198.51.100.7");
    Reading reading =
        Reading.whole(
            new EventXmlParser(),
            "a.xml",
            event.replace("smtpsvc", "MSExchangeTransport").getBytes(UTF_8),
            SETTINGS);
    String told = events(reading).toString();
    assertTrue(told.contains("198.51.100.7") && told.contains("more failed logons"), told);
  }

  @Test
  void aSentenceThatSaysSoToo() throws IOException {
    assertSentence(
        "CONNECTION address=198.51.100.7 network=27 direction=IN service=SMTP end=true"
            + " outcome=REJECTED bytesIn=-1 bytesOut=-1 nanos=-1 rule=\"more failed logons than the connector allows\"",
        csv(
            1012,
            "Receive connector Default MAIL01: Authentication failures have exceeded the maximum of"
                + " 3 for the connection from 198.51.100.7. Disconnecting."));
  }

  /** What a client sent behind AUTH may be a password, in whatever form the event is shown. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Data>auth PLAIN AGFubmEAZ2VoZWltNw==</Data>",
        "The full command sent was \"AUTH LOGIN AGFubmEAZ2VoZWltNw==  \". This",
        "7010,\"auth plain AGFubmEAZ2VoZWltNw==\"",
        "\"param6\":\"auth NTLM AGFubmEAZ2VoZWltNw==\"",
      })
  void whatFollowsAuthIsMasked(String text) {
    for (LogParser parser : FORMS) {
      byte[] record = text.getBytes(UTF_8);
      parser.mask(record);
      String masked = new String(record, UTF_8);
      assertFalse(masked.contains("AGFubmE"), parser.format().id() + ": " + masked);
      assertEquals(text.length(), masked.length());
    }
  }
}
