package postmortem.analysis.auth;

import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Amount;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Threshold;
import postmortem.event.Names;

/** Makes findings of what was collected about campaigns. */
final class CampaignFindings {

  /** No more than this where there is no clean baseline (detection-methods.md, 3). */
  private static final double UNSURE = 0.7;

  private static final double SURE = 0.9;

  private final Context context;
  private final Suspicion suspicion;
  private final Naming naming;

  CampaignFindings(Context context, Suspicion suspicion) {
    this.context = context;
    this.suspicion = suspicion;
    this.naming = new Naming(context);
  }

  /** The guessing, and what came of it short of a success. */
  List<Finding> guessing(Dossier d) {
    FindingType type = naming.of(d.campaign, d.wins.size());
    boolean refused = d.passwordKnown.count() > 0;
    long atExisting = 0;
    long atOne = 0;
    long existing = 0;
    for (var e : d.perAccount.int2LongEntrySet()) {
      if (suspicion.exists(e.getIntKey())) {
        existing++;
        atExisting += e.getLongValue();
        atOne = Math.max(atOne, e.getLongValue());
      }
    }
    Severity severity =
        Grading.ofGuessing(
            context, suspicion.baseline(), d.worstDay(), atOne, refused || d.lockouts() > 0);
    FindingBuilder finding = context.finding(type).addAll(d.guessing);
    new CampaignFigures(context, suspicion).print(d, finding);
    finding
        .severity(severity)
        .confidence(suspicion.baseline().isClean() ? SURE : UNSURE)
        .title(title(d))
        .metric("failures", d.attempts())
        .metric("attempts", d.attempts() + d.successes())
        .metric("successes", d.successes())
        .metric("accountsNamed", namesAccounts(d));
    if (namesAccounts(d)) {
      finding
          .metric("accountsTried", (long) finding.accounts())
          .metric("existingAccounts", existing)
          .metric("attemptsAtExisting", atExisting);
    }
    thresholds(type, d, finding);
    List<Finding> all = new ArrayList<>(List.of(finding.build()));
    if (refused) {
      all.add(passwordKnown(d));
    }
    if (d.lockouts() > 0) {
      all.add(lockout(d));
    }
    return all;
  }

  /** Where the log names no account that was tried, none is not a number of them. */
  private static boolean namesAccounts(Dossier d) {
    return d.campaign.accountsTried() > 0;
  }

  private void thresholds(FindingType type, Dossier d, FindingBuilder finding) {
    if (type == FindingType.DISTRIBUTED_GUESSING) {
      finding.threshold(Threshold.CAMPAIGN_SOURCES);
    } else if (type == FindingType.SLOW_GUESSING) {
      finding.threshold(Threshold.SLOW_DAYS);
    } else if (type == FindingType.PASSWORD_SPRAY && d.campaign.accountsTried() > 0) {
      finding.threshold(Threshold.SPRAY_ACCOUNTS);
    }
    if (d.campaign.peakTenMinutes() >= context.threshold(Threshold.BURST_FAILURES)) {
      finding.threshold(Threshold.BURST_FAILURES);
    }
    if (d.worstDay() >= context.threshold(Threshold.DAILY_FAILURES)) {
      finding.threshold(Threshold.DAILY_FAILURES);
    }
  }

  private String title(Dossier d) {
    FindingBuilder f = d.guessing;
    String at =
        switch (f.accounts()) {
          case 0 -> "accounts that the log does not name";
          case 1 -> "the account " + context.account(only(d));
          default -> Amount.of(f.accounts(), "account");
        };
    return Amount.of(d.attempts(), "failed attempt")
        + " from "
        + Amount.of(f.sources(), "address")
        + " at "
        + at;
  }

  private static int only(Dossier d) {
    return d.perAccount.keySet().intStream().filter(a -> a > Names.OTHER).findFirst().orElse(0);
  }

  private Finding passwordKnown(Dossier d) {
    FindingBuilder f = d.passwordKnown;
    return f.severity(Severity.HIGH)
        .confidence(SURE)
        .title(
            Amount.of(f.count(), "refusal")
                + " of a right password to somebody who had guessed: the password is known")
        .metric("attempts", f.count())
        .metric("sourcesTotal", (long) f.sources())
        .build();
  }

  private Finding lockout(Dossier d) {
    FindingBuilder f = d.lockout;
    return f.severity(Severity.MEDIUM)
        .confidence(SURE)
        .title(Amount.of(f.accounts(), "account") + " locked while somebody guessed")
        .metric("lockouts", d.lockouts())
        .metric("accountsTried", (long) d.campaign.accountsTried())
        .build();
  }

  /** Sessions that look like guessing in a log that shows no AUTH. */
  Finding suspected(Dossier d) {
    FindingBuilder finding = context.finding(FindingType.SUSPECTED).addAll(d.guessing);
    new CampaignFigures(context, suspicion).print(d, finding);
    return finding
        .severity(Grading.ofSuspicion(d.worstDay()))
        .confidence(0.5)
        .title(
            Amount.of(d.attempts(), "session")
                + " without mail from "
                + Amount.of(finding.sources(), "address")
                + " that never delivered any; this log does not record AUTH")
        .metric("sessions", d.attempts())
        .threshold(
            d.campaign.peakHour() > 0 ? Threshold.SUSPECTED_SESSIONS : Threshold.CAMPAIGN_SOURCES)
        .build();
  }

  Finding compromise(Takeover t) {
    long failures = t.dossier.perAccount.get(t.account);
    if (namesAccounts(t.dossier)) {
      t.finding.metric("failures", failures);
    }
    return t.finding
        .severity(Severity.CRITICAL)
        .confidence(failures > 0 ? SURE : 0.8)
        .title(
            "The account "
                + context.account(t.account)
                + " was entered by somebody who had guessed passwords")
        .metric("successes", t.finding.count())
        .metric("firstSuccess", t.finding.start())
        .metric("lastSuccess", t.finding.end())
        .metric("sourcesTotal", (long) t.finding.sources())
        .build();
  }
}
