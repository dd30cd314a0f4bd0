package postmortem.analysis.ndr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.FactKind;

/** Which cause each surge of failure reports has; none, where it is only a list with bad names. */
final class Judgement {

  /**
   * Failure reports for each message, above which mail is spam's: of foreign and of own senders.
   */
  static final double FORGED_RATIO = 0.10;

  static final double OWN_RATIO = 0.20; // far above a bad list's

  /** Fewer recipients have no ratio. */
  private static final double FEWEST = 30;

  /** So many servers that name a list or our reputation leave no doubt that it is spam. */
  private static final int LISTED = 5;

  /** One server, or its few relays, that sends the same report again is no joe-job. */
  private static final int MANY_SERVERS = 5;

  private static final double ONE_DESTINATION = 0.8;

  /**
   * Forged addresses mostly do not exist: reports to them fail. Reports to correspondents don't.
   */
  private static final double FAILED_REPORTS = 0.1;

  /** Reports come some hours before or after refusals of the same mail. */
  private static final int SLACK = 2;

  private final Context context;
  private final Outgoing outgoing;
  private final List<Flood> floods;

  Judgement(Context context, Outgoing outgoing, List<Flood> floods) {
    this.context = context;
    this.outgoing = outgoing;
    this.floods = floods;
  }

  List<Conviction> convicted() {
    List<Conviction> out = new ArrayList<>();
    for (Flood flood : floods) {
      // most of it may be null-sender mail that was no report
      Cause cause = flood.facts * 2 < flood.surge.total() ? null : cause(flood);
      if (cause != null) {
        out.add(new Conviction(cause, flood, aftermath(cause, flood), context));
      }
    }
    return out;
  }

  private @Nullable Cause cause(Flood flood) {
    return switch (flood.kind) {
      case REMOTE_REFUSAL -> isOurMail(flood) ? Cause.OUR_MAIL : null;
      case DSN_SENT -> isReflected(flood) ? Cause.FORGED_SENDERS : null;
      case NULL_SENDER -> received(flood);
      default -> null;
    };
  }

  private boolean isOurMail(Flood refusals) {
    long refused = refusals.extent.count();
    long offered =
        Math.max(outgoing.offered(refusals.extent.start(), refusals.extent.end()), refused);
    boolean spammers = refusals.listed >= LISTED || refusals.ownSenders * 2 < refusals.facts;
    return offered >= FEWEST
        && Ratio.atLeast((double) refused, (double) offered) > (spammers ? FORGED_RATIO : OWN_RATIO)
        && !isOutage(refusals);
  }

  /** Ordinary mail to one destination, and no more of it than usual: that one is down. */
  private boolean isOutage(Flood refusals) {
    return refusals.domains.most() >= ONE_DESTINATION * refusals.facts
        && outgoing.excess(refusals.surge) < refusals.surge.excess();
  }

  private boolean isReflected(Flood sent) {
    double refused = 0; // what our reports are about, if it is mail that we passed on
    for (Flood other : floods) {
      if (other.kind == FactKind.REMOTE_REFUSAL && other.surge.overlaps(sent.surge, SLACK)) {
        refused += other.surge.excess();
      }
    }
    return refused < sent.surge.excess() / 2 && sent.failed >= FAILED_REPORTS * sent.facts;
  }

  /** Refusals of the same mail that these reports are about? */
  private static boolean tellsOf(Flood refusals, Flood reports) {
    return refusals.kind == FactKind.REMOTE_REFUSAL
        && reports.kind == FactKind.NULL_SENDER
        && refusals.surge.overlaps(reports.surge, SLACK);
  }

  /** When the last reports about the refused mail came: queues of others hold it for hours. */
  private long aftermath(Cause cause, Flood flood) {
    long end = flood.extent.end();
    for (Flood reports : floods) {
      if (cause == Cause.OUR_MAIL
          && tellsOf(flood, reports)
          && reports.surge.excess() <= outgoing.ownExcess(reports.surge)) {
        end = Math.max(end, reports.extent.end());
      }
    }
    return end;
  }

  private @Nullable Cause received(Flood reports) {
    double sent = outgoing.ownExcess(reports.surge);
    double excess = reports.surge.excess();
    if (excess > sent) {
      return reports.remotes.size() >= MANY_SERVERS ? Cause.FORGED_ELSEWHERE : null;
    }
    boolean told = floods.stream().anyMatch(f -> tellsOf(f, reports) && cause(f) == Cause.OUR_MAIL);
    return !told && sent >= FEWEST && Ratio.atLeast(excess, sent) > OWN_RATIO
        ? Cause.OUR_MAIL
        : null;
  }
}
