package postmortem.event.flat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import postmortem.event.AccountAction;
import postmortem.event.AuditAction;
import postmortem.event.Direction;
import postmortem.event.EventKind;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.SessionEnd;
import postmortem.event.Slice;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;

/** The words of constants: {@code wrong-password}. Made once, because each row has some. */
final class Words {

  /** No word. */
  static final int NONE = -1;

  private static final int SLOTS = 1 << 9; // several times as many as there are words

  private static final Map<Enum<?>, Slice> KNOWN = new HashMap<>(); // never changed afterwards

  private static final List<Slice> ALL = new ArrayList<>(); // likewise: by id

  private static final int[] IDS = new int[SLOTS]; // likewise: id + 1 by hash, or 0

  static final Map<Slice, EventKind> KINDS = new HashMap<>(); // likewise

  static {
    for (EventKind kind : EventKind.values()) {
      KINDS.put(word(kind), kind);
    }
    add(EventKind.values());
    add(Outcome.values());
    add(Reason.values());
    add(Service.values());
    add(Direction.values());
    add(Permission.values());
    add(SessionEnd.values());
    add(TimeBasis.values());
    add(TimePrecision.values());
    add(AccountAction.values());
    add(AuditAction.values());
  }

  private Words() {}

  private static void add(Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      Slice word = word(constant);
      int id = id(word);
      if (id == NONE) {
        id = ALL.size();
        ALL.add(word);
        IDS[free(word)] = id + 1;
      }
      KNOWN.put(constant, ALL.get(id));
    }
  }

  private static int free(Slice word) {
    int slot = slot(word);
    while (IDS[slot] != 0) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  private static int slot(Slice text) {
    int length = text.length();
    return length == 0
        ? 0
        : (text.byteAt(0) * 31 + text.byteAt(length - 1)) * 31 + length & SLOTS - 1;
  }

  /** The number of a word, the same in one version of the program; {@link #NONE} for others. */
  static int id(Slice text) {
    int slot = slot(text);
    for (int id = IDS[slot]; id != 0; id = IDS[slot]) {
      if (Objects.equals(ALL.get(id - 1), text)) { // most are the very same
        return id - 1;
      }
      slot = slot + 1 & SLOTS - 1;
    }
    return NONE;
  }

  /** The word of a number. */
  static Slice word(int id) {
    return ALL.get(id);
  }

  private static Slice word(Enum<?> constant) {
    return Slice.of(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  static Slice of(Enum<?> constant) {
    Slice known = KNOWN.get(constant);
    return known == null ? word(constant) : known;
  }
}
