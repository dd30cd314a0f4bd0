package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Telling;
import postmortem.analysis.Traffic;
import postmortem.event.Address;
import postmortem.event.Event;
import postmortem.event.Names;

/** Mail that message tracking tells again is not counted again. */
class FirstHandTest {

  private static final String PROTOCOL =
      """
      #Software: Microsoft Internet Information Services 6.0
      #Version: 1.0
      #Date: 2003-10-09 00:00:10
      #Fields: date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method \
      cs-uri-stem cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes time-taken \
      cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer)
      2003-10-09 00:01:10 203.0.113.5 pc SMTPSVC1 MAIL01 10.0.0.1 0 EHLO - +pc 250 0 9 9 9 SMTP - - - -
      2003-10-09 00:01:10 203.0.113.5 pc SMTPSVC1 MAIL01 10.0.0.1 0 MAIL - +FROM:<a@far.example> 250 0 9 9 9 SMTP - - - -
      2003-10-09 00:01:10 203.0.113.5 pc SMTPSVC1 MAIL01 10.0.0.1 0 RCPT - +TO:<b@near.example> 250 0 9 9 9 SMTP - - - -
      2003-10-09 00:01:11 203.0.113.5 pc SMTPSVC1 MAIL01 10.0.0.1 0 DATA - +<1@far> 250 0 9 9 9 SMTP - - - -
      2003-10-09 00:01:12 203.0.113.5 pc SMTPSVC1 MAIL01 10.0.0.1 0 QUIT - pc 240 9 9 9 9 SMTP - - - -
      """;

  private static String tracking(String server, int hour) {
    String head =
        "# Message Tracking Log File\n# Exchange System Attendant Version 6.5.7638.1\n"
            + "# Date\tTime\tclient-ip\tClient-hostname\tPartner-Name\tServer-hostname\tserver-IP\t"
            + "Recipient-Address\tEvent-ID\tMSGID\tPriority\tRecipient-Report-Status\ttotal-bytes\t"
            + "Number-Recipients\tOrigination-Time\tEncryption\tservice-Version\tLinked-MSGID\t"
            + "Message-Subject\tSender-Address\n";
    return head
        + ("2003-10-9\t%d:1:10 GMT\t203.0.113.5\tpc\t-\t%s\t10.0.0.1\tb@near.example\t1019\t1@far"
                + "\t0\t0\t13278\t1\t2003-10-9 0:1:10 GMT\t0\tVersion: 6.0.3790.0\t-\t-\ta@far.example\t-\n")
            .formatted(hour, server);
  }

  private static int messages(Path folder) throws IOException {
    RunSettings settings = RunSettings.STANDARD;
    try (TempSpill spill = new TempSpill()) {
      Reading.Result read =
          new Reading(settings, BuiltIns.parsers(), Progress.NONE, spill).read(List.of(folder));
      Whole whole = Whole.of(Gathered.of(read, settings, spill), settings, spill);
      int source = whole.context().names().address(Address.parse("203.0.113.5"));
      return whole.context().traffic().figure(source, Traffic.Figure.MESSAGES);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"MAIL01, 0, 1", "MAIL01, 5, 2", "MAIL02, 0, 2"})
  void itIsCountedOnceForTheHoursOfThatServer(
      String server, int hour, int count, @TempDir Path folder) throws IOException {
    write(folder.resolve("ex031009.log"), PROTOCOL);
    write(folder.resolve("20031009.log"), tracking(server, hour));
    assertEquals(count, messages(folder));
  }

  @Test
  void nothingIsToldAgainBeforeAnythingWasRead() {
    Telling mail =
        new Telling().message(0, "203.0.113.5", null, "a@far.example", "near.example", 1);
    Event message = mail.events(new Names(), 0, 1).get(0);
    assertFalse(FirstHand.NOTHING.holds(message));
  }

  @Test
  void itIsCountedWhereNothingElseTellsOfIt(@TempDir Path folder) throws IOException {
    write(folder.resolve("20031009.log"), tracking("MAIL01", 0));
    assertEquals(1, messages(folder));
  }
}
