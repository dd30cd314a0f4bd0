package postmortem.parser.windows.block;

import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.KnownEvent;

/** How a tool writes an event as lines; one for each reader, because it knows the current one. */
interface BlockForm {

  /** Does a line here begin a block? */
  boolean begins(byte[] b, int from, int to);

  /**
   * Reads number, time, source, channel and computer.
   *
   * @return false where the block has no number that tells what event it is
   */
  boolean head(byte[] b, int from, int to);

  /** Reads what the event says, whose head has been read. */
  void data(KnownEvent known);

  /** Is the time of the current event that of a clock whose zone nobody told? */
  boolean isLocal();

  /** The values of the current event. */
  EventValues values();

  /** No number. */
  long NONE = -1;

  /** The number that the tool gives the current event, each one more; {@link #NONE} where none. */
  default long number() {
    return NONE;
  }
}
