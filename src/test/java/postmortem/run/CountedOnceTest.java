package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postmortem.analysis.Rates;

/** The series count an attempt once, however many logs tell of it. */
final class CountedOnceTest {

  private static final int ATTEMPTS = 40;

  /**
   * Both tables of Event Viewer 2003: the one tells of AUTH, the other of the logon that it was.
   */
  @Test
  void anAttemptInTheApplicationAndInTheSecurityLog(@TempDir Path folder) throws IOException {
    StringBuilder application = new StringBuilder();
    StringBuilder security = new StringBuilder();
    for (int i = ATTEMPTS - 1; i >= 0; i--) {
      String time = "5/21/2004,%d:%02d:07 PM".formatted(1 + i / 20, i % 20 * 3);
      application
          .append(time)
          .append(",MSExchangeTransport,Information,SMTP Protocol ,1708,N/A,MX3,")
          .append("\"SMTP Authentication was performed successfully with client \"\"pc-7\"\". ")
          .append("The authentication method was \"\"LOGIN\"\" ")
          .append("and the username was \"\"CORP\\nora.lind\"\". \"\r\n");
      security
          .append(time)
          .append(",Security,Success Audit,Logon/Logoff ,540,CORP\\nora.lind,MX3,")
          .append(
              "\"Successful Network Logon:\r\n \tUser Name:\tnora.lind\r\n \tDomain:\t\tCORP\r\n")
          .append(" \tLogon ID:\t\t(0x0,0x%X)\r\n \tLogon Type:\t3\r\n".formatted(7000 + i))
          .append(" \tLogon Process:\tAdvapi  \r\n")
          .append(" \tAuthentication Package:\tMICROSOFT_AUTHENTICATION_PACKAGE_V1_0\r\n")
          .append(" \tWorkstation Name:\tMX3\r\n \tLogon GUID:\t-\r\n")
          .append(" \tCaller User Name:\tMX3$\r\n \tCaller Domain:\tCORP\r\n")
          .append(" \tCaller Logon ID:\t(0x0,0x3E7)\r\n \tCaller Process ID: 1312\r\n")
          .append(" \tTransited Services: -\r\n \tSource Network Address:\t-\r\n")
          .append(" \tSource Port:\t-\r\n \"\r\n");
    }
    Files.writeString(folder.resolve("application.csv"), application);
    assertEquals(ATTEMPTS, accepted(folder));
    Files.writeString(folder.resolve("security.csv"), security);
    assertEquals(ATTEMPTS, accepted(folder));
  }

  private static long accepted(Path evidence) throws IOException {
    RunSettings settings = RunSettings.STANDARD;
    try (TempSpill spill = new TempSpill()) {
      Reading.Result read =
          new Reading(settings, BuiltIns.parsers(), Progress.NONE, spill).read(List.of(evidence));
      Rates rates = Whole.of(Gathered.of(read, settings, spill), settings, spill).context().rates();
      long sum = 0;
      for (int stream = 0; stream < read.plan().streams().size(); stream++) {
        for (int hour : rates.hours(Rates.Series.AUTH_ACCEPTED, stream)) {
          sum += rates.get(Rates.Series.AUTH_ACCEPTED, stream, hour);
        }
      }
      return sum;
    }
  }
}
