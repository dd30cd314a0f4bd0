package postmortem.parser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Step;

/**
 * Reads a log of steps and adds up what it says, so that nothing of the reading can be left out.
 */
public final class StepCount implements RecordSink {

  private final Names names = new Names();
  private int parts;
  private int steps;
  private int rejections;
  private long times;
  private long statuses;
  private long sum;

  private StepCount() {}

  /** What a parser makes of a file that is read as one piece. */
  public static StepCount of(LogParser parser, byte[] file) throws IOException {
    StepCount count = new StepCount();
    PieceInput piece = new PieceInput(new ByteArrayInputStream(file), 0, 1, 1, 1);
    ParseSettings settings = new ParseSettings(null, 0, 1 << 20);
    try (RecordReader reader = parser.open(piece, FileFacts.NONE, settings)) {
      Fate fate = reader.next(count);
      while (fate != Fate.END) {
        count.parts += fate == Fate.PART ? 1 : 0;
        fate = reader.next(count);
      }
    }
    return count;
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public void event(Event event) {
    throw new AssertionError("the log makes steps only");
  }

  @Override
  public void step(Step step) {
    steps++;
    times += step.time();
    statuses += step.status();
    sum += step.session() + step.text() + step.peer();
  }

  @Override
  public void reject(RejectReason reason, long record, long offset, long length) {
    rejections++;
  }

  /** Records that are a part of something. */
  public int parts() {
    return parts;
  }

  public int steps() {
    return steps;
  }

  public int rejections() {
    return rejections;
  }

  /** The sum of the times of all steps. */
  public long times() {
    return times;
  }

  /** The sum of their reply codes. */
  public long statuses() {
    return statuses;
  }

  /** The sum of all that was looked at. */
  public long sum() {
    return sum + times + statuses;
  }
}
