package postmortem.parser.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import postmortem.parser.StepCount;

/** What the benchmark measures is the reading of a whole log. */
final class SmtpLogScanBenchmarkTest {

  @Test
  void everyRowIsRead() throws IOException {
    StepCount count = new SmtpLogScanBenchmark().read(SmtpLogScanBenchmark.log(50));
    int rows = SmtpLogScanBenchmark.ROWS_OF_ATTEMPT + SmtpLogScanBenchmark.ROWS_OF_MAIL;
    int steps = SmtpLogScanBenchmark.STEPS_OF_ATTEMPT + SmtpLogScanBenchmark.STEPS_OF_MAIL;
    assertEquals(50 * rows, count.parts());
    assertEquals(50 * steps, count.steps());
    assertEquals(0, count.rejections());
  }
}
