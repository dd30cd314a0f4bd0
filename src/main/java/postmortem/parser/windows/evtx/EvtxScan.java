package postmortem.parser.windows.evtx;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import postmortem.event.Times;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.Utf8Text;
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

  /** Bytes of templates in a chunk, however they lie over one another; a real one has 64 KiB. */
  private static final int MAX_PLANNED = 16 * Chunk.SIZE;

  /** Bytes of text that one record may lead to. */
  private static final int MAX_TEXT = 4 * Chunk.SIZE;

  private static final Plan.Slot[] NOTHING = {};

  private final EventValues values;
  private final Int2ObjectOpenHashMap<Plan> plans = new Int2ObjectOpenHashMap<>();
  private final Instance[] instances = new Instance[MAX_NESTING + 1];
  private Chunk chunk = new Chunk(new byte[Chunk.SIZE], 0);
  private Plan.Slot[] names = NOTHING;
  private Plan.Slot[] data = NOTHING;
  private long recordId;
  private int steps;
  private int planned;

  EvtxScan(EventValues values) {
    this.values = values;
    for (int i = 0; i < instances.length; i++) {
      instances[i] = new Instance();
    }
  }

  /** Goes on in another chunk: templates and names are of one chunk each. */
  void chunk(Chunk next) {
    chunk = next;
    plans.clear();
    planned = 0;
  }

  /** The EventRecordID of the current record, 0 where it has none. */
  long recordId() {
    return recordId;
  }

  /** Reads number, time and record id of an event. */
  void head(int from, int to) throws DamageException {
    values.clear();
    recordId = 0;
    steps = 0;
    data = NOTHING;
    Plan plan = plan(from, to, 0);
    data = plan.data();
    Instance instance = instances[0];
    for (Plan.Slot slot : plan.system()) {
      switch (slot.target()) {
        case ID -> values.id((int) Math.max(0, number(slot, instance)) & 0xffff);
        case RECORD_ID -> recordId = number(slot, instance);
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
        nested(slot.from(), chunk.length(), depth);
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
      run(plan(from, to, depth + 1).data(), depth + 1);
    }
  }

  /** The plan of a fragment; its instance is read, if it is one. */
  private Plan plan(int from, int to, int depth) throws DamageException {
    int at = from;
    if (chunk.u8(at) == 0x0f) {
      at += 4;
    }
    if ((chunk.u8(at) & 0xbf) != 0x0c) {
      instances[depth].none();
      return planned(from, to, false);
    }
    Instance instance = instances[depth];
    instance.read(chunk, at);
    Plan plan = plans.get(instance.definition());
    if (plan == null) {
      int fragment = Instance.fragment(instance.definition());
      int size = Instance.definitionSize(chunk, instance.definition());
      plan = planned(fragment, fragment + size, true);
      plans.put(instance.definition(), plan);
    }
    return plan;
  }

  /** Bounded, so that no chunk of made-up templates takes longer than many real ones. */
  private Plan planned(int from, int to, boolean definition) throws DamageException {
    planned += to - from;
    if (planned > MAX_PLANNED) {
      throw new DamageException("more templates than a chunk has room for");
    }
    return PlanBuilder.of(chunk, from, to, definition);
  }

  private long number(Plan.Slot slot, Instance instance) throws DamageException {
    if (slot.value() < 0) {
      return ValueText.digits(chunk, slot.from(), slot.to() - slot.from());
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
    Utf8Text text = values.begin();
    int mark = text.length();
    text.utf16(chunk.bytes(), slot.from(), slot.to());
    values.time(IsoTime.nanos(text.bytes(), mark, text.length()));
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
      chunk.need(slot.from(), slot.to() - slot.from());
      text.utf16(chunk.bytes(), slot.from(), slot.to());
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
