package postmortem.parser.iis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import postmortem.event.Step;
import postmortem.event.Times;
import postmortem.parser.StepCount;

/** What the benchmark measures is the reading of a whole log. */
final class IisSmtpScanBenchmarkTest {

  private static final int ROUNDS = 500;

  @Test
  void everyRowIsReadAsAPlainReadingDoes() throws IOException {
    byte[] log = W3cLog.of(ROUNDS);
    long times = 0;
    long statuses = 0;
    for (String line : new String(log, US_ASCII).split("\r\n", -1)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] row = line.split(" ", -1);
        times += Times.nanos(Instant.parse(row[0] + "T" + row[1] + "Z"));
        statuses += status(row);
      }
    }
    StepCount count = new IisSmtpScanBenchmark().read(log);

    assertEquals(ROUNDS * W3cLog.ROUND, count.parts());
    assertEquals(ROUNDS * W3cLog.ROUND, count.steps());
    assertEquals(0, count.rejections());
    assertEquals(times, count.times());
    assertEquals(statuses, count.statuses());
  }

  /** Of what came in: the row's own; of what went out: a reply's first word. */
  private static int status(String[] row) {
    return switch (row[3]) {
      case "OutboundConnectionCommand" -> Step.PENDING;
      case "OutboundConnectionResponse" -> Integer.parseInt(row[10].substring(0, 3));
      default -> row[8].equals("QUIT") ? Step.NONE : Integer.parseInt(row[11]);
    };
  }
}
