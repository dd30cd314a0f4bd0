package postmortem.analysis.relay;

import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;

/** Bulk mail that has a benign explanation. */
final class Mailing {

  private Mailing() {}

  /** A newsletter, or whatever else people asked for. */
  static Finding finding(Context context, List<Episode> episodes) {
    return new Abuse(context, FindingType.NEWSLETTER, episodes)
        .collect()
        .severity(Severity.INFO)
        .confidence(0.7)
        .metric("cause", "sender and address are ours, and the world does not refuse it")
        .build();
  }
}
