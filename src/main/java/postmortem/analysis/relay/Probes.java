package postmortem.analysis.relay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Threshold;
import postmortem.analysis.Tops;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/** Refused relay attempts of one source after the other. Single tests are the weather. */
final class Probes {

  private static final long PAUSE = 6 * Times.HOUR;
  private static final int MANY = 20;

  private final Context context;
  private final RecentTimes recent;
  private final List<Finding> findings = new ArrayList<>();
  private final List<FindingBuilder> series = new ArrayList<>(); // of the source
  private long refused; // of the source
  private long accepted;
  private @Nullable FindingBuilder builder;
  private Tops domains = new Tops();
  private Tops helos = new Tops();
  private boolean passed;

  Probes(Context context) {
    this.context = context;
    this.recent = new RecentTimes((int) context.threshold(Threshold.PROBE_DENIALS), Times.HOUR);
  }

  void add(Fact denied) {
    FindingBuilder current = builder;
    if (current == null || denied.time() - current.end() >= PAUSE) {
      pause();
      current = context.finding(FindingType.RELAY_PROBE);
      builder = current;
    }
    current.add(denied);
    refused++;
    domains.add(denied.domain(), 1);
    helos.add(denied.helo(), 1);
    passed |= recent.add(denied.time());
  }

  /** The source delivered to recipients of ours. */
  void accepted(int recipients) {
    accepted += recipients;
  }

  /** The source asks no more. A server that mostly has mail for us is refused some of it too. */
  void close() {
    pause();
    if (refused > accepted) {
      series.forEach(s -> findings.add(s.build()));
    }
    series.clear();
    refused = 0;
    accepted = 0;
  }

  private void pause() {
    FindingBuilder current = builder;
    if (current == null) {
      return; // most sources ask for nothing
    }
    if (passed) {
      boolean many = current.count() > MANY;
      series.add(
          current
              .severity(many ? Severity.MEDIUM : Severity.LOW)
              .confidence(0.9)
              .title(
                  "A stranger tried "
                      + current.count()
                      + " times to relay and was refused each time")
              .metric("refused", current.count())
              .metric("foreignDomains", domains.different())
              .metric("domains", domains.named(context.names(), TextSpace.DOMAIN))
              .metric("helo", helos.named(context.names(), TextSpace.HELO))
              .threshold(Threshold.PROBE_DENIALS));
    }
    builder = null;
    passed = false;
    domains = new Tops();
    helos = new Tops();
    recent.clear();
  }

  List<Finding> findings() {
    return findings;
  }
}
