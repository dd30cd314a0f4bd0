package postmortem.parser.iis;

import java.util.Arrays;
import postmortem.parser.FileFacts;

/** Where in a file the state of its rows changes. Immutable. */
final class W3cFacts implements FileFacts {

  private final long[] offsets;
  private final W3cState[] states;

  /**
   * @param offsets of the lines from which on a state holds, rising
   * @param states one for each offset
   */
  W3cFacts(long[] offsets, W3cState[] states) {
    this.offsets = offsets.clone();
    this.states = states.clone();
  }

  /** How many changes stand at or before an offset. */
  int changesUpTo(long offset) {
    int at = Arrays.binarySearch(offsets, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The state after so many changes. */
  W3cState state(int changes) {
    return changes == 0 ? W3cState.NONE : states[changes - 1];
  }

  /** The offset of the change after so many; {@link Long#MAX_VALUE} after the last. */
  long nextChange(int changes) {
    return changes == offsets.length ? Long.MAX_VALUE : offsets[changes];
  }
}
