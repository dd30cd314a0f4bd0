package postmortem.parser.windows;

import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Step;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;

/** Takes results that nobody needs: a sample is read for its names only. */
public record Ignoring(Names names) implements RecordSink {

  @Override
  public void event(Event event) {
    // not needed
  }

  @Override
  public void step(Step step) {
    // not needed
  }

  @Override
  public void reject(RejectReason reason, long record, long offset, long length) {
    // not needed
  }
}
