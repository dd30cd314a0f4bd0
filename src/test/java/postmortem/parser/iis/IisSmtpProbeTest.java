package postmortem.parser.iis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.parser.Confidence;
import postmortem.parser.Sample;
import postmortem.parser.SampleCase;
import postmortem.parser.StreamKey;

/** What is taken for a log of the SMTP service, and which stream it is said to be of. */
final class IisSmtpProbeTest {

  private static final String FULL =
      "date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method cs-uri-stem"
          + " cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes time-taken cs-version cs-host"
          + " cs(User-Agent) cs(Cookie) cs(Referer) ";
  private static final String SMTP_ROW =
      "2003-10-14 08:11:02 203.0.113.9 friend SMTPSVC1 mail01 192.0.2.10 0 EHLO - +friend 250 0 9 9"
          + " 0 SMTP - - - -";
  private static final String WEB_ROW =
      "2003-10-14 08:11:02 203.0.113.9 - W3SVC1 mail01 192.0.2.10 80 GET /owa - 200 0 9 9 0 HTTP/1.1"
          + " - - - -";

  private final IisSmtpParser parser = new IisSmtpParser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CERTAIN | ex.log | #Fields: FULL~SMTP",
        "CERTAIN | ex.log | some line before~#Version: 1.0~SMTP~#Fields: FULL~SMTP",
        "CERTAIN | ex.log | #Fields: FULL~WEB~WEB~WEB~SMTP",
        "LIKELY  | ex.log | #Fields: FULL~x~x~x~SMTP",
        "LIKELY  | ex.log | SMTP~SMTP",
        "POSSIBLE | ex.log | SMTP~something else",
        "NONE | ex.log | #Fields: FULL~WEB~WEB",
        "NONE | ex.log | WEB~WEB",
        "CERTAIN | ex.log | #Fields: time c-ip cs-method cs-uri-stem sc-status~08:00:00 192.0.2.1 EHLO - 250",
        "CERTAIN | ex.log | #Fields: time c-ip cs-method cs-uri-stem sc-status~08:00:00 192.0.2.1 QUIT - 240~08:00:00 192.0.2.1 rcpt - 250",
        "NONE | ex.log | #Fields: time c-ip cs-method cs-uri-stem sc-status~08:00:00 192.0.2.1 GET /owa 200",
        "NONE | ex.log | #Fields: time c-ip cs-method cs-uri-stem sc-status~08:00:00 192.0.2.1 QUIT - 240",
        "NONE | ex.log | #Fields: time c-ip cs-method cs-uri-stem sc-status~08:00:00 192.0.2.1 [1]USER anonymous 331",
        "NONE | ex.log | #Fields: date time action protocol src-ip dst-ip~2003-10-14 08:00:00 OPEN TCP 192.0.2.1 192.0.2.2",
        "NONE | ex.log | #Fields: date-time,connector-id,session-id~2003-10-14T08:00:00Z,a,b",
        "NONE | ex.log | #Software: Microsoft Internet Information Services 6.0~#Fields: FULL",
        "LIKELY | SMTPSVC1/ex.log | #Software: Microsoft Internet Information Services 6.0~#Fields: FULL",
        "NONE | SMTPSVC1/ex.log | #Software: Microsoft Internet Information Services 6.0~#Fields: FULL~WEB",
        "NONE | W3SVC1/ex.log | #Software: Microsoft Internet Information Services 6.0~#Fields: FULL",
        "NONE | SMTPSVC1/ex.log | hello",
      })
  void confidence(Confidence expected, String path, String lines) {
    assertEquals(expected, parser.probe(sample(path, lines)));
  }

  @Test
  void findsRowsBehindALongBeginning() {
    String noise = "noise, and more of it\n".repeat(20_000);
    String text = noise + "#Fields: " + FULL + "\n" + (SMTP_ROW + "\n").repeat(1200);
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertEquals(Confidence.LIKELY, parser.probe(SampleCase.sample("ex.log", bytes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MAIL01 | SMTPSVC1 | OTHER/SMTPSVC7/ex.log | #Fields: FULL~SMTP",
        "'' | '' | ex.log | #Fields: time~x",
        "HUB2 | SMTPSVC7 | hub2/SMTPSVC7/ex.log | #Fields: time~x",
        "HUB2 | SMTPSVC7 | hub2/WINNT/system32/LogFiles/smtpsvc7/ex.log | #Fields: time~x",
        "HUB2 | SMTPSVC7 | disk.zip!hub2/C/SMTPSVC7/2003-10/ex.log.gz | #Fields: time~x",
        "'' | SMTPSVC7 | W3SVC1/SMTPSVC7/ex.log | #Fields: time~x",
        "'' | '' | a b/SMTPSVC/ex.log | #Fields: time~x",
        "MX.EXAMPLE.ORG | '' | mx.example.org/ex.log | #Fields: time~x",
      })
  void streams(String server, String site, String path, String lines) {
    assertEquals(new StreamKey(server, site), parser.stream(sample(path, lines)));
  }

  @ParameterizedTest
  @CsvSource({
    "ex031014.log, 12339", "EX031014.LOG, 12339", "a/b!ex03101407.log.gz, 12339",
        "u_ex031014.log, 12339",
    "ex991231.log, 10956", "ex0310.log, -2147483648", "ex031314.log, -2147483648",
        "extend12.log, -2147483648",
    "index031014.log, -2147483648", "ex.log, -2147483648", "'', -2147483648", "ex, -2147483648"
  })
  void daysOfFileNames(String path, int day) {
    assertEquals(day, FileNames.day(path));
  }

  private static Sample sample(String path, String lines) {
    String text =
        lines
            .strip()
            .replace("FULL", FULL)
            .replace("SMTP~", SMTP_ROW + "~")
            .replaceAll("SMTP$", SMTP_ROW)
            .replace("WEB", WEB_ROW)
            .replace("~", "\r\n");
    return SampleCase.sample(path, text.getBytes(StandardCharsets.US_ASCII));
  }
}
