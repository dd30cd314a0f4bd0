package postmortem.parser.windows.evtx;

import postmortem.event.Times;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.Utf8Text;
import postmortem.text.AsciiNumbers;
import postmortem.text.IsoTime;

/**
 * Takes from the records of a chunk what is asked for: number and time at once, the rest of an
 * event only if somebody asks.
 */
final class EvtxScan {

  /** Templates in templates; Windows has two. */
  private static final int MAX_NESTING = 8;

  /** Places that one record may lead to, with all that its templates name again and again. */
  private static final int MAX_STEPS = 1 << 14;

  /** Bytes of text that one record may lead to. */
  private static final int MAX_TEXT = 4 * Chunk.SIZE;

  private static final Plan.Slot[] NOTHING = {};

  private final EventValues values;
  private final Templates templates;
  private final Instance[] instances = new Instance[MAX_NESTING + 1];
  private Chunk chunk = new Chunk(new byte[Chunk.SIZE], 0);
  private Plan.Slot[] names = NOTHING;
  private Plan.Slot[] data = NOTHING;
  private int steps;

  EvtxScan(EventValues values, Templates templates) {
    this.values = values;
    this.templates = templates;
    for (int i = 0; i < instances.length; i++) {
      instances[i] = new Instance();
    }
  }

  /** Goes on in another chunk, of which the templates know. */
  void chunk(Chunk next) {
    chunk = next;
  }

  /** Where the text of the current record ends; beyond all records where that is not known. */
  int end() {
    return instances[0].end();
  }

  /** Reads number, time and record id of an event. */
  void head(int from, int to) throws DamageException {
    values.clear();
    steps = 0;
    data = NOTHING;
    Plan plan = templates.of(from, to, instances[0]).plan();
    data = plan.data();
    Instance instance = instances[0];
    for (Plan.Slot slot : plan.system()) {
      switch (slot.target()) {
        case ID -> values.id((int) Math.max(0, number(slot, instance)) & 0xffff);
        case RECORD_ID -> values.logNumber(Math.max(0, number(slot, instance)));
        case TIME -> time(slot, instance);
        default -> {
          // for those who ask
        }
      }
    }
    names = plan.system();
  }

  /** Reads provider, channel and computer, if that has not been done. */
  void names() throws DamageException {
    Plan.Slot[] slots = names;
    names = NOTHING;
    for (Plan.Slot slot : slots) {
      if (slot.target() == Plan.Target.FIELD) {
        put(slot, instances[0]);
      }
    }
  }

  /** Reads what the event says. */
  void data() throws DamageException {
    run(data, 0);
  }

  private void run(Plan.Slot[] slots, int depth) throws DamageException {
    Instance instance = instances[depth];
    for (Plan.Slot slot : slots) {
      if (++steps > MAX_STEPS) {
        throw new DamageException("more than an event has");
      }
      if (slot.target() == Plan.Target.INSTANCE) {
        nested(slot.value(), chunk.length(), depth);
      } else if (slot.value() >= 0 && instance.type(slot.value()) == ValueType.BIN_XML) {
        int start = instance.start(slot.value());
        nested(start, start + instance.size(slot.value()), depth);
      } else if (slot.target() != Plan.Target.NESTED) {
        put(slot, instance);
      }
    }
  }

  private void nested(int from, int to, int depth) throws DamageException {
    if (depth == MAX_NESTING) {
      throw new DamageException("templates in too many templates");
    }
    if (from < to) {
      run(templates.of(from, to, instances[depth + 1]).plan().data(), depth + 1);
    }
  }

  private long number(Plan.Slot slot, Instance instance) throws DamageException {
    if (slot.value() < 0) {
      return AsciiNumbers.unsigned(slot.text(), 0, slot.text().length);
    }
    return ValueText.number(
        chunk,
        instance.type(slot.value()),
        instance.start(slot.value()),
        instance.size(slot.value()));
  }

  private void time(Plan.Slot slot, Instance instance) throws DamageException {
    if (slot.value() >= 0 && instance.type(slot.value()) == ValueType.FILETIME) {
      values.time(ValueText.nanos(chunk.i64(instance.start(slot.value()))));
      return;
    }
    if (slot.value() >= 0) {
      values.time(Times.NEVER);
      return;
    }
    values.time(IsoTime.nanos(slot.text(), 0, slot.text().length));
  }

  private void put(Plan.Slot slot, Instance instance) throws DamageException {
    if (values.text().length() > MAX_TEXT) {
      throw new DamageException("more text than an event has");
    }
    int type = slot.value() < 0 ? ValueType.NULL : instance.type(slot.value());
    if (slot.value() >= 0 && type == ValueType.NULL && slot.optional()) {
      return;
    }
    if ((type & ValueType.ARRAY) != 0) {
      array(slot, instance, type & ~ValueType.ARRAY);
      return;
    }
    if (slot.target() != Plan.Target.STRING && slot.field() == Field.NOTHING) {
      return;
    }
    Utf8Text text = values.begin();
    if (slot.value() < 0) {
      text.copy(slot.text(), 0, slot.text().length);
    } else {
      ValueText.put(text, chunk, type, instance.start(slot.value()), instance.size(slot.value()));
    }
    end(slot);
  }

  private void array(Plan.Slot slot, Instance instance, int type) throws DamageException {
    int size = instance.size(slot.value());
    int at = instance.start(slot.value());
    int end = at + size;
    do {
      int next = ValueType.itemEnd(chunk.bytes(), type, at, end, size);
      ValueText.put(values.begin(), chunk, type, at, next - at);
      end(slot);
      at = next;
    } while (at < end);
  }

  private void end(Plan.Slot slot) {
    if (slot.target() == Plan.Target.STRING) {
      if (slot.more()) {
        values.moreString();
      } else {
        values.endString();
      }
    } else if (slot.target() == Plan.Target.FIELD) {
      if (slot.more()) {
        values.more(slot.field());
      } else {
        values.finish(slot.field());
      }
    }
  }
}
