package postmortem.parser.windows.evtx;

import java.util.List;
import postmortem.parser.windows.Field;

/**
 * Where a template has what is asked for: made once for a template in a chunk, so that a record
 * costs a look at its values only.
 */
final class Plan {

  /** What a place of the template is. */
  enum Target {
    ID,
    RECORD_ID,
    TIME,
    FIELD,
    STRING,
    /** A value that may be binary XML of its own. */
    NESTED,
    /** A template with its values, in the text of this one. */
    INSTANCE
  }

  /**
   * A place of the template.
   *
   * @param field where the target is FIELD
   * @param value number of the value, or -1: the text between {@code from} and {@code to}
   * @param from of the text, or of the instance
   * @param more a further part of the place before
   * @param optional the place is left out where the value is null
   */
  record Slot(
      Target target, Field field, int value, int from, int to, boolean more, boolean optional) {}

  private final Slot[] system;
  private final Slot[] data;

  Plan(List<Slot> system, List<Slot> data) {
    this.system = system.toArray(Slot[]::new);
    this.data = data.toArray(Slot[]::new);
  }

  /** What stands in {@code System}. Not to be changed. */
  Slot[] system() {
    return system;
  }

  /** What stands elsewhere. Not to be changed. */
  Slot[] data() {
    return data;
  }
}
