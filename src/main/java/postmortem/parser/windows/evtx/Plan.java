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

  /** A place of the template. Immutable. */
  static final class Slot {

    private static final byte[] NONE = {};

    private final Target target;
    private final Field field;
    private final int value;
    private final byte[] text;
    private final boolean more;
    private final boolean optional;

    private Slot(
        Target target, Field field, int value, byte[] text, boolean more, boolean optional) {
      this.target = target;
      this.field = field;
      this.value = value;
      this.text = text;
      this.more = more;
      this.optional = optional;
    }

    /**
     * A place for a value.
     *
     * @param more a further part of the place before
     * @param optional the place is left out where the value is null
     */
    static Slot value(Target target, Field field, int value, boolean more, boolean optional) {
      return new Slot(target, field, value, NONE, more, optional);
    }

    /** A place where always the same stands. */
    static Slot text(Target target, Field field, byte[] text, boolean more) {
      return new Slot(target, field, -1, text, more, false);
    }

    /** A template with its values that stands at a place of the chunk. */
    static Slot instance(int at) {
      return new Slot(Target.INSTANCE, Field.NOTHING, at, NONE, false, false);
    }

    Target target() {
      return target;
    }

    /** Where the target is FIELD. */
    Field field() {
      return field;
    }

    /** The number of the value; -1: the text. Where an INSTANCE stands. */
    int value() {
      return value;
    }

    /** UTF-8. Read only. */
    byte[] text() {
      return text;
    }

    boolean more() {
      return more;
    }

    boolean optional() {
      return optional;
    }
  }

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
