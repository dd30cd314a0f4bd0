package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;

/** An account that somebody else got into, and the successes that show it. */
final class Takeover {

  final int account;
  final Dossier dossier;
  final IntOpenHashSet sources = new IntOpenHashSet();
  final FindingBuilder finding;
  long from = Long.MAX_VALUE;
  long to = Long.MIN_VALUE;

  Takeover(int account, Dossier dossier, Context context) {
    this.account = account;
    this.dossier = dossier;
    this.finding = context.finding(FindingType.COMPROMISE);
  }

  void span(long start, long end) {
    from = Math.min(from, start);
    to = Math.max(to, end);
  }

  void offer(Fact success) {
    if (success.account() == account
        && success.time() >= from
        && success.time() <= to
        && sources.contains(success.source())) {
      finding.add(success);
    }
  }
}
