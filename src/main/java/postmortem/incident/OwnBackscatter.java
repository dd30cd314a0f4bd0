package postmortem.incident;

import java.util.List;
import java.util.Optional;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Times;

/**
 * Failure reports that come in from elsewhere while our own server sends spam are about that spam:
 * no forgery elsewhere. Unless they began before, or are more than the spam can have caused.
 */
final class OwnBackscatter implements Deduction {

  private static final long BEFORE = 30 * Times.MINUTE;
  private static final long AFTER = Times.DAY;

  @Override
  public List<Finding> apply(List<Finding> findings) {
    Explained explained = new Explained(findings);
    for (Finding reports : findings) {
      if (reports.type() == FindingType.BACKSCATTER && reports.severity() != Severity.INFO) {
        Optional<Finding> own = findings.stream().filter(f -> causes(f, reports)).findFirst();
        own.ifPresent(
            cause ->
                explained.explainAway(cause, reports, "reports about spam that left this server"));
      }
    }
    return explained.findings();
  }

  private static boolean causes(Finding spam, Finding reports) {
    long recipients = Metric.firstOf(spam, "foreignRecipients", "recipients");
    long received = Math.max(Metric.count(reports, "nullSenderReceived"), reports.count());
    return Role.of(spam) == Role.ABUSE
        && spam.severity().compareTo(Severity.MEDIUM) >= 0
        && reports.start() >= spam.start() - BEFORE
        && reports.start() <= spam.end()
        && reports.end() <= spam.end() + AFTER
        && (recipients < 0 || received <= recipients);
  }
}
