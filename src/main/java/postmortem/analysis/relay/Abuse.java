package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Threshold;
import postmortem.analysis.Tops;
import postmortem.event.Names;
import postmortem.event.TextSpace;

/** Episodes that are one abuse, as a finding. */
final class Abuse {

  private final Context context;
  private final FindingType type;
  private final List<Episode> episodes;
  private final Tops senders = new Tops();
  private final Tops domains = new Tops();
  private final Tops helos = new Tops();
  private long messages;
  private long recipients;

  /**
   * @param episodes at least one
   */
  Abuse(Context context, FindingType type, List<Episode> episodes) {
    this.context = context;
    this.type = type;
    this.episodes = episodes;
    for (Episode e : episodes) {
      messages += e.messages;
      recipients += e.recipients;
      senders.addAll(e.senders);
      domains.addAll(e.domains);
      helos.addAll(e.helos);
    }
  }

  /** All evidence and figures, with the usual words; what differs can still be set. */
  FindingBuilder collect() {
    FindingBuilder builder = context.finding(type);
    IntOpenHashSet accounts = new IntOpenHashSet();
    for (Episode e : episodes) {
      builder.addAll(e.evidence(context));
      if (e.account > Names.OTHER) {
        accounts.add(e.account);
      }
    }
    builder
        .severity(Severity.CRITICAL)
        .confidence(0.9)
        .metric("messages", messages)
        .metric("foreignRecipients", recipients)
        .metric("foreignDomains", domains.different())
        .metric("domains", domains.named(context.names(), TextSpace.DOMAIN))
        .metric("senderDomains", senders.named(context.names(), TextSpace.SENDER))
        .metric("helo", helos.named(context.names(), TextSpace.HELO))
        .metric("peakPerHour", Rate.peak(episodes))
        .metric("sourcesTotal", builder.sources())
        .title(title(builder.sources(), accounts));
    if (type == FindingType.OPEN_RELAY) {
      builder.threshold(Threshold.RELAY_MESSAGES).threshold(Threshold.RELAY_RECIPIENTS);
    }
    return builder;
  }

  Finding finding() {
    return collect().build();
  }

  private String title(int sources, IntOpenHashSet accounts) {
    String amount = "%d messages to %d foreign recipients".formatted(messages, recipients);
    String from = sources == 1 ? "one address" : sources + " addresses";
    String who =
        switch (accounts.size()) {
          case 0 -> "An authenticated client";
          case 1 -> "The account " + context.account(accounts.iterator().nextInt());
          default -> accounts.size() + " accounts";
        };
    return switch (type) {
      case OPEN_RELAY ->
          "Strangers relayed without authentication: %s from %s".formatted(amount, from);
      case AUTHENTICATED_SPAM -> "%s sent spam: %s from %s".formatted(who, amount, from);
      case INSIDE_HOST ->
          "A machine of ours sent spam without authentication: %s from %s".formatted(amount, from);
      case NEWSLETTER -> "Bulk mail with a sender of ours: %s from %s".formatted(amount, from);
      default -> amount;
    };
  }
}
