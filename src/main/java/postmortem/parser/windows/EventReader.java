package postmortem.parser.windows;

import postmortem.parser.RecordReader;

/** A reader of an event log in whatever form: of each record it can be asked what stands in it. */
public interface EventReader extends RecordReader {

  /**
   * The values of the current record, used again for the next: its number at least, and channel and
   * computer as far as the record has them. What it says is read only where it tells something.
   */
  EventValues values();

  @Override
  default long logNumber() {
    return values().logNumber();
  }
}
