package postmortem.run;

import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Step;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;

/** Waits for the first record that has a time. */
final class FirstTime implements RecordSink {

  private final Names names = new Names(1 << 10, 1 << 10);
  private long time = Long.MAX_VALUE;

  long time() {
    return time;
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public void event(Event event) {
    time = Math.min(time, event.time());
  }

  @Override
  public void step(Step step) {
    time = Math.min(time, step.time());
  }

  @Override
  public void reject(RejectReason reason, long record, long offset, long length) {
    // the reading proper will report it
  }
}
