package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates that nothing in their file decides are read as somebody says. */
final class DateOrderTest {

  private static final String ROW =
      "7/1/2003\t9:00:%02d AM\tSecurity\tFailure Audit\tLogon/Logoff \t529\tNT AUTHORITY\\SYSTEM\t"
          + "MAIL01\tLogon Failure: \tReason:\t\tUnknown user name or bad password \tUser Name:\tinfo"
          + " \tDomain:\t\t \tLogon Type:\t3 \tLogon Process:\tAdvapi   \tAuthentication Package:\tM"
          + " \tWorkstation Name:\tMAIL01\r\n";

  @TempDir Path folder;

  @BeforeEach
  void writeEvidence() throws IOException {
    Files.writeString(
        folder.resolve("SecEvent.txt"), ROW.formatted(3) + ROW.formatted(2) + ROW.formatted(1));
  }

  @Test
  void whatIsUsualIsTakenAndDoubted() {
    String out = inspect();
    assertTrue(out.contains("2003-07-01T09:00:01Z"), out);
    assertTrue(out.contains("Use --date-order to tell."), out);
  }

  @Test
  void whatIsSaidIsTakenWithoutDoubt() {
    String out = inspect("--date-order", "Sec*=day-first");
    assertTrue(out.contains("2003-01-07T09:00:01Z"), out);
    assertTrue(!out.contains("--date-order"), out);
  }

  @Test
  void anotherOrderIsWrongUsage() {
    Captured run = Captured.run("inspect", folder.toString(), "--date-order", "*=random");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("none of day-first, month-first and year-first"), run.err());
  }

  private String inspect(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "inspect";
    arguments[1] = folder.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    Captured run = Captured.run(arguments);
    assertEquals(0, run.status(), run.err());
    return run.out();
  }
}
