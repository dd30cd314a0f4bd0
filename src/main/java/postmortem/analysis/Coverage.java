package postmortem.analysis;

import java.util.Arrays;
import java.util.List;
import postmortem.event.Times;

/** When there is evidence: the hours in which a stream has any record. */
public final class Coverage {

  private final int[][] hours; // by stream, ascending
  private final long first;
  private final long last;

  /**
   * @param first time of the first record of all, nanoseconds
   * @param last time of the last
   */
  public Coverage(Rates rates, List<StreamInfo> streams, long first, long last) {
    this.hours = new int[streams.size()][];
    for (StreamInfo stream : streams) {
      hours[stream.id()] = rates.hours(Rates.Series.RECORDS, stream.id());
    }
    this.first = first;
    this.last = last;
  }

  /** Time of the first record of all. */
  public long first() {
    return first;
  }

  /** Time of the last record of all. */
  public long last() {
    return last;
  }

  /** The hours since 1970 in which the stream has records, ascending. */
  public int[] hours(int stream) {
    return hours[stream].clone();
  }

  /** Has the stream any record in this hour? */
  public boolean covers(int stream, int hour) {
    return Arrays.binarySearch(hours[stream], hour) >= 0;
  }

  /** Does the evidence of a stream begin, or resume after a gap, at this time or shortly before? */
  boolean beginsAt(int stream, long time) {
    int hour = Times.hour(time);
    return time - first < 10 * Times.MINUTE
        || covers(stream, hour) && !covers(stream, hour - 1) && !covers(stream, hour - 2);
  }

  /** Does the evidence of a stream end, or have a gap, at this time or shortly after? */
  boolean endsAt(int stream, long time) {
    int hour = Times.hour(time);
    return last - time < 10 * Times.MINUTE
        || covers(stream, hour) && !covers(stream, hour + 1) && !covers(stream, hour + 2);
  }
}
