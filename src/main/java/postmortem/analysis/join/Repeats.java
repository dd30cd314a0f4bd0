package postmortem.analysis.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.StreamInfo;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Times;

/**
 * Finds records of one event log that several exports of it hold: of one machine and channel, of
 * one time, that say the same. One export may say the same twice and mean two events, so the n-th
 * of an export is the n-th of the other.
 */
final class Repeats {

  /** What a record says, and in which log. */
  private record Said(
      String machine,
      String channel,
      FactKind kind,
      int source,
      int account,
      int code,
      int count,
      Outcome outcome,
      Reason reason) {}

  private record InExport(Said said, int ledger) {}

  private final List<StreamInfo> streams;
  private final Map<Said, Integer> known = new HashMap<>();
  private final Map<InExport, Integer> own = new HashMap<>();
  private long now = Long.MIN_VALUE;

  Repeats(List<StreamInfo> streams) {
    this.streams = streams;
  }

  /** Is it a record that another export has already told? Facts come in order of time. */
  boolean holds(Fact fact) {
    if (!isOfEventLog(fact.kind())) {
      return false;
    }
    long second = Math.floorDiv(fact.time(), Times.SECOND); // some exports have no more
    if (second != now) {
      now = second;
      known.clear();
      own.clear();
    }
    Said said = said(fact);
    int number = own.merge(new InExport(said, fact.ledger()), 1, Integer::sum);
    if (number <= known.getOrDefault(said, 0)) {
      return true;
    }
    known.put(said, number);
    return false;
  }

  private static boolean isOfEventLog(FactKind kind) {
    return switch (kind) {
      case LOGON, VALIDATION, AUDIT, ACCOUNT_CHANGE -> true;
      default -> false;
    };
  }

  private Said said(Fact fact) {
    StreamInfo stream = streams.get(fact.stream());
    return new Said(
        stream.machine(),
        stream.site(),
        fact.kind(),
        fact.source(),
        fact.account(),
        fact.inDomain(),
        fact.count(),
        fact.outcome(),
        fact.reason());
  }
}
