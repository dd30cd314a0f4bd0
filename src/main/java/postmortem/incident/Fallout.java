package postmortem.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import postmortem.analysis.Amount;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.event.Times;

/** Tells in a sentence what abuse led to, and what is missing from the evidence. */
final class Fallout {

  private Fallout() {}

  static String text(Finding f) {
    return switch (f.type()) {
      case NDR_SPIKE -> spike(f);
      case NDR_REFLECTED ->
          "The server accepted mail for unknown recipients and sent failure reports to senders who never wrote%s."
              .formatted(counts(f));
      case BACKSCATTER ->
          "Failure reports came in about mail that this server never sent%s: senders were forged elsewhere."
              .formatted(counts(f));
      case REPUTATION_BLOCKED -> blocked(f);
      case LOG_CLEARED -> cleared(f);
      default -> gap(f);
    };
  }

  private static String spike(Finding f) {
    double peak = f.metrics().get("peakPerHour") instanceof Number n ? n.doubleValue() : Double.NaN;
    String rise =
        Double.isNaN(peak)
            ? "Failure reports rose far above the usual"
            : "Failure reports rose to " + Amount.number(Math.round(peak)) + " in the worst hour";
    String cause = Metric.text(f, "cause");
    return rise + counts(f) + (cause == null ? "." : ", because of " + cause + ".");
  }

  /** The three counts of failure reports, which are never added. */
  private static String counts(Finding f) {
    List<String> parts = new ArrayList<>();
    add(parts, f, "dsnSent", "reports made here");
    add(parts, f, "nullSenderReceived", "reports received");
    add(parts, f, "remoteRefusals", "recipients refused by remote servers");
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private static void add(List<String> parts, Finding f, String key, String what) {
    long n = Metric.count(f, key);
    if (n > 0) {
      parts.add(Amount.number(n) + " " + what);
    }
  }

  private static String blocked(Finding f) {
    List<String> lists = Metric.names(f, "blocklists");
    long refused = Metric.firstOf(f, "refused", "remoteRefusals");
    Object share = f.metrics().get("share");
    String how =
        refused >= 0
            ? "Remote servers refused " + Amount.of(refused, "delivery")
            : "Remote servers refused mail of this server";
    String part =
        share instanceof Number n
            ? String.format(Locale.ROOT, " (%.0f %% of all)", n.doubleValue() * 100)
            : "";
    return how
        + part
        + (lists.isEmpty()
            ? " because of its reputation."
            : " and named " + Phrases.list(lists) + ".");
  }

  private static String cleared(Finding f) {
    String log = Metric.text(f, "log");
    String by = Metric.text(f, "clearedBy");
    String where = Phrases.of(f.servers());
    return "The %s log%s was cleared%s: what it held before is gone."
        .formatted(
            log == null ? "audit" : Phrases.name(log),
            where,
            by == null || by.isEmpty() ? "" : " by " + Phrases.name(by));
  }

  private static String gap(Finding f) {
    long missing = Metric.firstOf(f, "missingRecords", "expectedRecords");
    long minutes = (f.end() - f.start()) / Times.MINUTE;
    String what = missing > 0 ? "About " + Amount.of(missing, "record") : "Records";
    String where = Phrases.of(f.servers());
    return f.type() == FindingType.GAP
        ? "%s%s are missing, over %s.".formatted(what, where, Amount.of(minutes, "minute"))
        : f.title() + ".";
  }
}
