package postmortem.incident;

import java.util.List;
import java.util.Set;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Times;

/**
 * A benign finding that covers a suspicious one whole takes its severity. It covers it if it covers
 * its time and every name in it; a part is not enough.
 */
final class BenignExplanation implements Deduction {

  private static final long SLACK = 5 * Times.MINUTE;

  /** Bounces go on for hours after what caused them. */
  private static final long BOUNCES = 12 * Times.HOUR;

  @Override
  public List<Finding> apply(List<Finding> findings) {
    List<Finding> benign = findings.stream().filter(f -> !explainable(f.type()).isEmpty()).toList();
    Explained explained = new Explained(findings);
    for (Finding finding : findings) {
      if (finding.severity().compareTo(Severity.MEDIUM) < 0) {
        continue;
      }
      for (Finding cause : benign) {
        if (explainable(cause.type()).contains(finding.type())
            && covers(cause, finding)
            && !abused(finding, findings)
            && !guessesElsewhere(finding, cause, findings)) {
          explained.explainAway(cause, finding, word(cause.type()));
          break;
        }
      }
    }
    return explained.findings();
  }

  private static Set<FindingType> explainable(FindingType benign) {
    return switch (benign) {
      case NEWSLETTER ->
          Set.of(FindingType.AUTHENTICATED_SPAM, FindingType.INSIDE_HOST, FindingType.NDR_SPIKE);
      case PARTNER_OUTAGE -> Set.of(FindingType.NDR_SPIKE);
      case MONITOR -> Set.of(FindingType.SUSPECTED);
      case MIGRATION -> Set.of(FindingType.INSIDE_HOST, FindingType.AUTHENTICATED_SPAM);
      case SHARED_ADDRESS ->
          Set.of(
              FindingType.PASSWORD_SPRAY,
              FindingType.BRUTE_FORCE,
              FindingType.SUSPECTED,
              FindingType.COMPROMISE);
      case STALE_CREDENTIAL ->
          Set.of(
              FindingType.BRUTE_FORCE,
              FindingType.SLOW_GUESSING,
              FindingType.SUSPECTED,
              FindingType.LOCKOUT,
              FindingType.COMPROMISE);
      default -> Set.of();
    };
  }

  private static boolean covers(Finding cause, Finding effect) {
    if (effect.type() == FindingType.NDR_SPIKE) {
      long recipients = Metric.firstOf(cause, "foreignRecipients", "recipients");
      return effect.start() >= cause.start() - Times.HOUR
          && effect.end() <= cause.end() + BOUNCES
          && (recipients < 0 || reports(effect) <= recipients);
    }
    boolean named = !effect.sources().isEmpty() || !effect.accounts().isEmpty();
    return named
        && Spans.within(effect, cause, SLACK)
        && Spans.shared(effect.sources(), cause.sources()) == effect.sources().size()
        && (cause.accounts().isEmpty()
            || Spans.shared(effect.accounts(), cause.accounts()) == effect.accounts().size());
  }

  private static long reports(Finding spike) {
    return Math.max(
        Metric.count(spike, "remoteRefusals"), Metric.count(spike, "nullSenderReceived"));
  }

  /** An account that sends spam was taken over, however innocent its logons look. */
  private static boolean abused(Finding finding, List<Finding> findings) {
    return finding.type() == FindingType.COMPROMISE
        && findings.stream()
            .anyMatch(
                f ->
                    Role.of(f) == Role.ABUSE
                        && f.severity() != Severity.INFO
                        && Spans.shared(finding.accounts(), f.accounts()) > 0);
  }

  /**
   * Whoever gets in from an address that guesses at other accounts too has not mistyped his own
   * password, however few attempts it took.
   */
  private static boolean guessesElsewhere(Finding finding, Finding cause, List<Finding> findings) {
    return finding.type() == FindingType.COMPROMISE
        && findings.stream()
            .anyMatch(
                f ->
                    Role.of(f) == Role.GUESSING
                        && f.severity().compareTo(Severity.MEDIUM) >= 0
                        && Spans.shared(finding.sources(), f.sources()) > 0
                        && !covers(cause, f));
  }

  private static String word(FindingType cause) {
    return switch (cause) {
      case NEWSLETTER -> "a newsletter";
      case PARTNER_OUTAGE -> "an outage of a partner";
      case MONITOR -> "a monitor";
      case MIGRATION -> "a migration";
      case SHARED_ADDRESS -> "an address that several users share";
      default -> "an old password in a device";
    };
  }
}
