package postmortem.incident;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Times;

/**
 * What an NDR spike, or a server on blocklists, comes from: mail that strangers sent through us.
 */
final class CauseOfFallout implements Deduction {

  private static final Set<FindingType> FALLOUT =
      Set.of(FindingType.NDR_SPIKE, FindingType.REPUTATION_BLOCKED);

  /** Remote servers answer at once, or give up after hours. */
  private static final long AFTER = 12 * Times.HOUR;

  /** Lists keep an address for days. */
  private static final long LISTED = 7 * Times.DAY;

  @Override
  public List<Finding> apply(List<Finding> findings) {
    Explained explained = new Explained(findings);
    for (Finding fallout : findings) {
      if (!FALLOUT.contains(fallout.type()) || fallout.severity() == Severity.INFO) {
        continue;
      }
      Optional<Finding> cause =
          findings.stream()
              .filter(f -> leadsTo(f, fallout))
              .max(
                  Comparator.comparingLong((Finding f) -> Spans.overlap(f, fallout))
                      .thenComparing(Finding::start)
                      .thenComparing(Finding::id, Comparator.reverseOrder()));
      cause.ifPresent(
          c -> {
            explained.explain(c, fallout);
            explained.replace(told(fallout, c));
          });
    }
    return explained.findings();
  }

  private static boolean leadsTo(Finding cause, Finding fallout) {
    if (cause.severity().compareTo(Severity.MEDIUM) < 0) {
      return false;
    }
    boolean listing = fallout.type() == FindingType.REPUTATION_BLOCKED;
    boolean kind =
        Role.of(cause) == Role.ABUSE || listing && cause.type() == FindingType.NDR_REFLECTED;
    return kind
        && fallout.end() >= cause.start()
        && fallout.start() <= cause.end() + (listing ? LISTED : AFTER);
  }

  private static Finding told(Finding fallout, Finding cause) {
    String what = cause(cause);
    String title =
        fallout.type() == FindingType.NDR_SPIKE
            ? "Failure reports from " + what
            : "Remote servers refuse this server's mail after " + what;
    return Redraft.of(fallout).metric("cause", what).title(title).finding();
  }

  private static String cause(Finding cause) {
    return switch (cause.type()) {
      case AUTHENTICATED_SPAM ->
          cause.accounts().isEmpty()
              ? "spam that an authenticated client sent"
              : "spam sent as " + Phrases.list(cause.accounts());
      case OPEN_RELAY -> "spam of strangers, whom the server relays for";
      case INSIDE_HOST -> "spam of the inside host " + Phrases.list(cause.sources());
      default -> "failure reports that the server sent to forged senders";
    };
  }
}
