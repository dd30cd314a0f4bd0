package postmortem.parser;

import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Step;

/** Where a reader's results go. */
public interface RecordSink {

  /** The table for the ids in events. */
  Names names();

  /** An event that is complete in itself. */
  void event(Event event);

  /** A part of an event that is folded with others. */
  void step(Step step);

  /**
   * A record that could not be read.
   *
   * @param record its number, from 1
   * @param offset of its first byte in the decoded file
   * @param length in bytes, without the line end
   */
  void reject(RejectReason reason, long record, long offset, long length);
}
