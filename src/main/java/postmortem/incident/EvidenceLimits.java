package postmortem.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import postmortem.analysis.Amount;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Rates;
import postmortem.analysis.Severity;
import postmortem.event.TextSpace;
import postmortem.evidence.LedgerEntry;

/** What the evidence cannot show: the sentences of the report's "limits". */
public final class EvidenceLimits {

  private EvidenceLimits() {}

  /**
   * All limits, the general ones first.
   *
   * @param cannotShow the sentences of the formats that were read ({@code Format.cannotShow})
   */
  public static List<String> of(
      List<Finding> findings,
      Context context,
      List<LedgerEntry> ledger,
      Collection<String> cannotShow) {
    LinkedHashSet<String> out = new LinkedHashSet<>();
    if (!context.streams().isEmpty() && !context.showsAuth()) {
      out.add("No log here records AUTH: guessing can only be suspected, and accounts not named.");
    }
    out.addAll(new TreeSet<>(cannotShow));
    period(context, out);
    findings(findings, out);
    clocks(ledger, out);
    dropped(context, out);
    unread(ledger, out);
    return List.copyOf(out);
  }

  private static void period(Context context, Collection<String> out) {
    if (context.streams().isEmpty()) {
      out.add("No log was read, so nothing can be said of any time.");
      return;
    }
    out.add(
        "The evidence reaches from %s to %s; what was before and after it does not show."
            .formatted(
                Phrases.time(context.coverage().first()), Phrases.time(context.coverage().last())));
    boolean none =
        context.streams().stream()
            .noneMatch(
                s ->
                    HourlySeries.shows(Rates.Series.DELIVERIES, s.id(), context)
                        || HourlySeries.shows(Rates.Series.DSN_SENT, s.id(), context));
    if (none) {
      out.add(
          "No log here shows outgoing mail: what was delivered, and what remote servers said, is not known.");
    }
  }

  private static void findings(List<Finding> findings, Collection<String> out) {
    int begun = 0;
    boolean floors = false;
    for (Finding f : findings) {
      if (f.severity() == Severity.INFO) {
        continue;
      }
      begun += f.startOpen() ? 1 : 0;
      floors |= Metric.flag(f, "absoluteFloors");
      String where = Phrases.of(f.servers());
      if (f.type() == FindingType.GAP) {
        out.add(
            "Records%s are missing from %s to %s: what happened then is not known."
                .formatted(where, Phrases.time(f.start()), Phrases.after(f.end(), f.start())));
      } else if (f.type() == FindingType.LOG_CLEARED) {
        out.add(
            "An event log%s was cleared at %s: what it held before is gone."
                .formatted(where, Phrases.time(f.start())));
      }
    }
    if (begun > 0) {
      out.add(
          "%s already under way when the log begins: the true start is not known."
              .formatted(begun == 1 ? "1 finding was" : Amount.number(begun) + " findings were"));
    }
    if (floors) {
      out.add(
          "There is no quiet time to compare with, so absolute limits were used: confidence is at most 0.7.");
    }
  }

  private static void clocks(List<LedgerEntry> ledger, Collection<String> out) {
    List<String> zone = paths(ledger, e -> "assumed".equals(e.zoneBasis()));
    if (!zone.isEmpty()) {
      out.add(
          "The zone of the clock of %s was assumed: times may be off by whole hours."
              .formatted(Phrases.some(zone, "files")));
    }
    List<String> year = paths(ledger, e -> "inferred".equals(e.yearBasis()));
    if (!year.isEmpty()) {
      out.add(
          "The year in %s was inferred: the log does not write it."
              .formatted(Phrases.some(year, "files")));
    }
    List<String> order = paths(ledger, e -> "ambiguous".equals(e.dateOrder()));
    if (!order.isEmpty()) {
      out.add(
          "Whether day or month comes first in %s cannot be told from it."
              .formatted(Phrases.some(order, "files")));
    }
  }

  private static void dropped(Context context, Collection<String> out) {
    if (context.names().addressesDropped()) {
      out.add(
          "There were more addresses than are kept apart: the rest, chosen by a hash, are counted together.");
    }
    for (TextSpace space : TextSpace.values()) {
      if (context.names().textsDropped(space)) {
        out.add(
            "There were more %s than are kept apart: the rest, chosen by a hash, are counted together."
                .formatted(
                    switch (space) {
                      case ACCOUNT -> "account names";
                      case DOMAIN -> "mail domains of recipients";
                      case SENDER -> "mail domains of senders";
                      case HELO -> "HELO names";
                      case LABEL -> "mechanisms, listeners and blocklists";
                    }));
      }
    }
  }

  private static void unread(List<LedgerEntry> ledger, Collection<String> out) {
    List<String> unknown = new ArrayList<>();
    List<String> cut = new ArrayList<>();
    long rejected = 0;
    long records = 0;
    for (LedgerEntry e : ledger) {
      if (e.duplicateOf() != null) {
        continue;
      }
      rejected += e.rejected();
      records += e.records();
      if (e.isCut()) {
        cut.add(e.path());
      } else if (e.format() == null && e.size() > 0) {
        unknown.add(e.path());
      }
    }
    if (!cut.isEmpty()) {
      out.add("Not read to the end: %s.".formatted(Phrases.some(cut, "files")));
    }
    if (!unknown.isEmpty()) {
      out.add(
          "Not read, because no known log: %s; the ledger lists what was left out."
              .formatted(Phrases.some(unknown, "files")));
    }
    if (rejected > 0) {
      out.add(
          "%s of %s could not be read; the ledger counts them by file."
              .formatted(Amount.of(rejected, "record"), Amount.number(records)));
    }
  }

  private static List<String> paths(List<LedgerEntry> ledger, Predicate<LedgerEntry> which) {
    return ledger.stream()
        .filter(e -> e.duplicateOf() == null && e.format() != null && which.test(e))
        .map(LedgerEntry::path)
        .sorted()
        .toList();
  }
}
