package postmortem.analysis.ndr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import postmortem.event.Times;

class ExtentTest {

  private static void add(Extent extent, long from, long to, long every) {
    for (long t = from; t <= to; t += every) {
      extent.add(t);
    }
  }

  @Test
  void weatherBeforeAndAfterDoesNotBelong() {
    Extent extent = new Extent(10);
    add(extent, 0, 5 * Times.HOUR, Times.HOUR);
    add(extent, 6 * Times.HOUR, 7 * Times.HOUR, Times.MINUTE);
    add(extent, 8 * Times.HOUR, 20 * Times.HOUR, Times.HOUR / 2);

    assertEquals(6 * Times.HOUR, extent.start());
    assertEquals(7 * Times.HOUR, extent.end());
  }

  @Test
  void aLullAndALongPeakDoNotCutIt() {
    Extent extent = new Extent(10);
    add(extent, 0, 10 * Times.HOUR, Times.SECOND);
    add(extent, 14 * Times.HOUR, 15 * Times.HOUR, Times.MINUTE);

    assertEquals(0, extent.start());
    assertEquals(15 * Times.HOUR, extent.end());
  }

  @Test
  void whereNothingAlarmsTheBestCounts() {
    Extent extent = new Extent(10);
    extent.add(0);
    add(extent, Times.HOUR, Times.HOUR + 4 * Times.MINUTE, Times.MINUTE);
    extent.add(9 * Times.HOUR);

    assertEquals(Times.HOUR, extent.start());
    assertEquals(Times.HOUR + 4 * Times.MINUTE, extent.end());
  }

  @Test
  void withoutRecordsThereIsNone() {
    assertTrue(new Extent(1).isEmpty());
  }
}
