package postmortem.event.flat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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

  private static final Map<Enum<?>, Slice> KNOWN = new HashMap<>(); // never changed afterwards

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
      KNOWN.put(constant, word(constant));
    }
  }

  private static Slice word(Enum<?> constant) {
    return Slice.of(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  static Slice of(Enum<?> constant) {
    Slice known = KNOWN.get(constant);
    return known == null ? word(constant) : known;
  }
}
