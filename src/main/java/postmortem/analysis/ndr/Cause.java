package postmortem.analysis.ndr;

import java.util.EnumSet;
import java.util.Set;
import postmortem.analysis.FactKind;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;

/** Where failure reports come from. */
enum Cause {
  /** Mail that left this server, and that the world refuses. */
  OUR_MAIL(
      FindingType.NDR_SPIKE,
      Severity.HIGH,
      EnumSet.of(FactKind.REMOTE_REFUSAL, FactKind.DSN_SENT, FactKind.NULL_SENDER)),
  /** Mail that we took for nobody, from senders who never wrote it. */
  FORGED_SENDERS(FindingType.NDR_REFLECTED, Severity.HIGH, EnumSet.of(FactKind.DSN_SENT)),
  /** Mail that somebody else sent in our name. */
  FORGED_ELSEWHERE(FindingType.BACKSCATTER, Severity.MEDIUM, EnumSet.of(FactKind.NULL_SENDER));

  final FindingType type;
  final Severity severity;
  private final Set<FactKind> evidence;

  Cause(FindingType type, Severity severity, Set<FactKind> evidence) {
    this.type = type;
    this.severity = severity;
    this.evidence = Set.copyOf(evidence);
  }

  /** Which facts show it. */
  boolean isShownBy(FactKind kind) {
    return evidence.contains(kind);
  }
}
