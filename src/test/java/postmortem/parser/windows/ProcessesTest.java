package postmortem.parser.windows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;
import postmortem.parser.windows.xml.EventXmlParser;

/** The program that asked for a logon tells its service, where only its process id is named. */
final class ProcessesTest {

  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, 1 << 20);

  private static String event(int id, String time, String... strings) {
    return "<Event><System><Provider Name='Security'/><EventID>"
        + id
        + "</EventID><TimeCreated SystemTime='2003-07-01T"
        + time
        + "Z'/><Channel>Security</Channel><Computer>MAIL01</Computer></System><EventData><Data>"
        + String.join("</Data><Data>", strings)
        + "</Data></EventData></Event>\n";
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\WINNT\\system32\\inetsrv\\inetinfo.exe, 08:00:00, 1728, service=SMTP, 0.8",
    "C:\\WINNT\\system32\\svchost.exe, 08:00:00, 1728, service=OTHER, 0.5",
    "C:\\WINNT\\system32\\svchost.exe, 08:00:00, 99, service=SMTP, 0.7", // another process
    "C:\\WINNT\\system32\\svchost.exe, 10:00:00, 1728, service=SMTP, 0.7", // began later
  })
  void tellsTheService(String program, String started, String id, String service, String confidence)
      throws IOException {
    String log =
        event(592, started, id, program, "4", "MAIL01$", "FABRIKAM", "(0x0,0x3E7)")
            + event(
                529,
                "09:00:00",
                "info",
                "",
                "3",
                "Advapi",
                "MICROSOFT_AUTHENTICATION_PACKAGE_V1_0",
                "MAIL01",
                "MAIL01$",
                "FABRIKAM",
                "(0x0,0x3E7)",
                "1728",
                "-",
                "-",
                "-");
    Reading reading = Reading.whole(new EventXmlParser(), "a.xml", log.getBytes(UTF_8), SETTINGS);
    String events = reading.toString();
    assertTrue(events.contains(service), events);
    assertTrue(events.contains("confidence=" + confidence + " "), events);
    assertEquals(1, events.lines().filter(line -> line.contains(" LOGON ")).count());
  }
}
