package postmortem.incident;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Amount;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.evidence.LedgerEntry;

/** Answers "were we hit?". */
public final class Verdicts {

  private Verdicts() {}

  /**
   * The verdict of a case.
   *
   * @param incidents as {@link Incidents#tie} gives them
   * @param findings as {@link Deductions#deduce} leaves them
   */
  public static Verdict judge(
      List<Incident> incidents, List<Finding> findings, Context context, List<LedgerEntry> ledger) {
    Verdict.Hit hit = hit(incidents, context);
    String text =
        switch (hit) {
          case YES -> succeeded(incidents);
          case ATTEMPTED -> attempted(incidents);
          case NO -> nothing(findings, context);
          case CANNOT_TELL -> cannotTell(incidents, context);
        };
    return new Verdict(
        hit, text, since(incidents, hit), FetchNext.of(incidents, findings, context, ledger));
  }

  private static Verdict.Hit hit(List<Incident> incidents, Context context) {
    if (incidents.stream().anyMatch(i -> i.succeeded() == Incident.Succeeded.YES)) {
      return Verdict.Hit.YES;
    }
    if (incidents.stream().anyMatch(Verdicts::isAttack)) {
      return Verdict.Hit.ATTEMPTED;
    }
    boolean open = incidents.stream().anyMatch(i -> i.succeeded() == Incident.Succeeded.UNKNOWN);
    return open || !mailIsShown(context) ? Verdict.Hit.CANNOT_TELL : Verdict.Hit.NO;
  }

  /** Forged senders elsewhere are no attack on us; a log that was cleared shows none. */
  private static boolean isAttack(Incident incident) {
    return incident.findings().stream()
        .anyMatch(
            f ->
                Role.of(f) == Role.PROBING
                    || Role.of(f) == Role.GUESSING
                    || Role.of(f) == Role.SUSPICION
                    || Role.of(f) == Role.SUCCESS
                    || f.type() == FindingType.LOCKOUT
                    || f.type() == FindingType.NDR_REFLECTED);
  }

  private static boolean mailIsShown(Context context) {
    return context.streams().stream()
        .anyMatch(s -> s.showsAuth() || Product.of(s.format()).isMail());
  }

  private static @Nullable Long since(List<Incident> incidents, Verdict.Hit hit) {
    return incidents.stream()
        .filter(i -> hit != Verdict.Hit.YES || i.succeeded() == Incident.Succeeded.YES)
        .map(Incident::start)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static String succeeded(List<Incident> incidents) {
    List<Incident> hits =
        incidents.stream().filter(i -> i.succeeded() == Incident.Succeeded.YES).toList();
    Incident main = hits.get(0);
    int others = hits.size() - 1;
    String more =
        switch (others) {
          case 0 -> "";
          case 1 -> " Another attack succeeded too.";
          default -> " " + Amount.number(others) + " more attacks succeeded.";
        };
    return main.title() + ". " + facts(main) + more;
  }

  /** From where, since when, how much, and what came of it. */
  private static String facts(Incident incident) {
    StringBuilder out = new StringBuilder();
    Finding first = incident.findings().get(0);
    List<?> from =
        incident.findings().stream()
            .filter(f -> Role.of(f) == Role.ABUSE || f.type() == FindingType.COMPROMISE)
            .flatMap(f -> f.sources().stream())
            .distinct()
            .sorted()
            .toList();
    out.append(from.isEmpty() ? "From addresses that no log gives" : "From ")
        .append(Phrases.some(from, "addresses"));
    out.append(
        first.startOpen()
            ? "; already under way when the log begins (" + Phrases.time(first.start()) + ")"
            : "; it began at " + Phrases.time(first.start()));
    incident.accounts().stream()
        .map(Incident.AccountRow::firstSuccess)
        .filter(t -> t != null)
        .min(Comparator.naturalOrder())
        .ifPresent(t -> out.append(", first success at ").append(Phrases.time(t)));
    incident.findings().stream()
        .filter(f -> Role.of(f) == Role.ABUSE)
        .findFirst()
        .ifPresent(f -> out.append("; ").append(Told.volume(f)).append(" sent"));
    incident.findings().stream()
        .filter(f -> f.type() == FindingType.NDR_SPIKE)
        .findFirst()
        .ifPresent(f -> out.append("; failure reports rose with it"));
    return out.append('.').toString();
  }

  private static String attempted(List<Incident> incidents) {
    Incident main = incidents.stream().filter(Verdicts::isAttack).findFirst().orElseThrow();
    int more = incidents.size() - 1;
    String others =
        switch (more) {
          case 0 -> "";
          case 1 -> " There is another incident.";
          default -> " There are " + Amount.number(more) + " more incidents.";
        };
    return main.title()
        + ", "
        + (main.startOpen()
            ? "already under way when the log begins (" + Phrases.time(main.start()) + ")"
            : "since " + Phrases.time(main.start()))
        + "."
        + outcome(main)
        + others;
  }

  private static String outcome(Incident main) {
    if (main.succeeded() == Incident.Succeeded.UNKNOWN) {
      return " Whether a password was found, these logs cannot tell.";
    }
    if (main.findings().stream().anyMatch(f -> f.type() == FindingType.NDR_REFLECTED)) {
      return " Nobody broke in; the server sends these reports by itself.";
    }
    return main.title().endsWith("without success") ? "" : " Nothing shows that it succeeded.";
  }

  private static String nothing(List<Finding> findings, Context context) {
    boolean forged =
        findings.stream()
            .anyMatch(f -> f.type() == FindingType.BACKSCATTER && f.severity() != Severity.INFO);
    String what =
        forged
            ? "The failure reports are about mail that was forged elsewhere: nobody broke in."
            : "No attack beyond the usual weather is to be seen.";
    return context.showsAuth()
        ? what
        : what
            + " These logs do not record AUTH, so a password that was found at once would not show.";
  }

  private static String cannotTell(List<Incident> incidents, Context context) {
    if (!incidents.isEmpty()) {
      return incidents.get(0).title() + "; what it comes from, this evidence does not show.";
    }
    return context.streams().isEmpty()
        ? "No log that can be read was found."
        : "None of these logs shows what a mail server did.";
  }
}
