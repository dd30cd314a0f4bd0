package postmortem.incident;

import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Times;

/**
 * Failure reports that this server sends to forged senders while it sends spam are about that spam,
 * not about mail for nobody: a spike. Where spam is slow, that is all that rises.
 */
final class OwnReports implements Deduction {

  private static final long BEFORE = 30 * Times.MINUTE;
  private static final long AFTER = 12 * Times.HOUR;

  @Override
  public List<Finding> apply(List<Finding> findings) {
    List<Finding> out = new ArrayList<>();
    for (Finding finding : findings) {
      boolean own =
          finding.type() == FindingType.NDR_REFLECTED
              && findings.stream().anyMatch(f -> causes(f, finding))
              && findings.stream().noneMatch(f -> isTold(f, finding));
      out.add(own ? spike(finding) : finding);
    }
    return out;
  }

  private static boolean causes(Finding spam, Finding reports) {
    return Role.of(spam) == Role.ABUSE
        && spam.severity().compareTo(Severity.MEDIUM) >= 0
        && reports.start() >= spam.start() - BEFORE
        && reports.start() <= spam.end()
        && reports.end() <= spam.end() + AFTER
        && reports.count() <= Metric.firstOf(spam, "foreignRecipients", "recipients");
  }

  private static boolean isTold(Finding spike, Finding reports) {
    return spike.type() == FindingType.NDR_SPIKE && Spans.overlap(spike, reports) > 0;
  }

  private static Finding spike(Finding reports) {
    Redraft draft =
        Redraft.of(reports).as(FindingType.NDR_SPIKE, "Failure reports about spam of this server");
    reports.metrics().forEach(draft::metric);
    return draft.fresh();
  }
}
