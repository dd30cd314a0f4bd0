package postmortem.analysis.ndr;

import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.Selector;
import postmortem.analysis.Threshold;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/** A surge whose cause is known, and its evidence: what will be a finding. */
final class Conviction {

  private static final double SURE = 0.9;

  /** No more is sure where there is no clean baseline (detection-methods.md, 3). */
  private static final double WITHOUT_BASELINE = 0.7;

  private final Cause cause;
  private final Flood flood;
  private final long end;
  private final FindingBuilder finding;
  private long dsnSent;
  private long nullSenders;
  private long refusals;

  /**
   * @param end when it was over; not before its flood
   */
  Conviction(Cause cause, Flood flood, long end, Context context) {
    this.cause = cause;
    this.flood = flood;
    this.end = end;
    this.finding = context.finding(cause.type).population(Selector.Population.REPORTS);
  }

  /** Counts a failure report of any kind, and takes it as evidence if it shows the cause. */
  void add(Fact fact) {
    if (fact.time() < flood.extent.start() || fact.time() > end) {
      return;
    }
    switch (fact.kind()) {
      case DSN_SENT -> dsnSent++;
      case NULL_SENDER -> nullSenders++;
      default -> refusals++;
    }
    if (cause.isShownBy(fact.kind())) {
      // the sources are those who report, or are reported to: nobody to blame
      finding.evidence(fact);
    }
  }

  Finding finding(Context context, Outgoing outgoing) {
    Surge surge = flood.surge;
    finding
        .severity(cause.severity)
        .confidence(surge.baseless() ? WITHOUT_BASELINE : SURE)
        .title(title())
        .metric("peakPerHour", surge.peak())
        .metric("peakBin", surge.peakHour() * Times.HOUR)
        .metric("remoteHosts", (long) flood.remotes.size())
        .metric("domains", flood.domains.named(context.names(), TextSpace.DOMAIN))
        .metric("absoluteFloors", surge.baseless());
    counts();
    if (surge.baseless()) {
      finding.threshold(Threshold.NDR_PER_HOUR);
    } else {
      finding
          .metric("baselinePerHour", surge.usual())
          .metric("timesBaseline", surge.peak() / surge.usual())
          .metric("score", surge.score())
          .threshold(Threshold.NDR_SCORE);
    }
    long offered = outgoing.offered(flood.extent.start(), end);
    if (cause == Cause.OUR_MAIL && offered > 0) {
      long failed = flood.kind == FactKind.REMOTE_REFUSAL ? refusals : nullSenders;
      finding
          .metric("deliveries", offered)
          .metric("ratio", (double) failed / offered)
          .threshold("ndr.ratio", Judgement.FORGED_RATIO);
    }
    if (flood.kind == FactKind.DSN_SENT) {
      finding.metric("share", (double) flood.failed / flood.facts);
    }
    return finding.build();
  }

  /** Only of those that have the cause: others of the same hours are somebody else's. */
  private void counts() {
    if (cause.isShownBy(FactKind.DSN_SENT)) {
      finding.metric("dsnSent", dsnSent);
    }
    if (cause.isShownBy(FactKind.NULL_SENDER)) {
      finding.metric("nullSenderReceived", nullSenders);
    }
    if (cause.isShownBy(FactKind.REMOTE_REFUSAL)) {
      finding.metric("remoteRefusals", refusals);
    }
  }

  private String title() {
    return switch (cause) {
      case OUR_MAIL ->
          flood.kind == FactKind.REMOTE_REFUSAL
              ? "%d recipients of mail that left this server were refused".formatted(refusals)
              : "%d failure reports came in about mail that left this server"
                  .formatted(nullSenders);
      case FORGED_SENDERS ->
          "%d failure reports were sent to senders who never wrote".formatted(dsnSent);
      case FORGED_ELSEWHERE ->
          "%d failure reports came in about mail that was forged elsewhere".formatted(nullSenders);
    };
  }
}
