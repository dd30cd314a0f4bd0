package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StartTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int print(String answer, OutputStream to) {
    return Start.print(answer, to, new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void theWholeAnswerIsPrinted() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(ExitStatus.DONE, print("größer\n", out));
    assertEquals("größer\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aFullDiskIsSaidInOneLine() {
    assertEquals(ExitStatus.COULD_NOT, print("a", failing("No space left on device")));
    assertEquals(
        "postmortem: cannot write the result to stdout: No space left on device",
        err.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void nobodyNeedListen() {
    assertEquals(ExitStatus.DONE, print("a", failing("Broken pipe")));
    assertEquals(0, err.size());
  }

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(why);
      }
    };
  }
}
