package postmortem.incident;

import java.util.Comparator;
import java.util.List;
import postmortem.analysis.Amount;
import postmortem.analysis.Finding;
import postmortem.event.Times;

/** Tells each finding of an incident in a sentence, in the order of the stages. */
final class Told {

  private Told() {}

  /** The story, by stage, time and finding. */
  static List<Incident.StoryLine> story(Scene scene) {
    return scene.findings().stream()
        .map(f -> new Incident.StoryLine(time(f), stage(f), text(f, scene), f.id()))
        .sorted(
            Comparator.comparing(Incident.StoryLine::stage)
                .thenComparingLong(Incident.StoryLine::time)
                .thenComparing(Incident.StoryLine::finding))
        .toList();
  }

  private static long time(Finding finding) {
    long success = Metric.count(finding, "firstSuccess");
    return Role.of(finding) == Role.SUCCESS && success > 0 ? success : finding.start();
  }

  private static Incident.Stage stage(Finding finding) {
    return switch (Role.of(finding)) {
      case PROBING -> Incident.Stage.PROBING;
      case GUESSING, SUSPICION -> Incident.Stage.GUESSING;
      case SUCCESS -> Incident.Stage.SUCCESS;
      case ABUSE -> Incident.Stage.ABUSE;
      case FALLOUT, EVIDENCE, WEATHER -> Incident.Stage.FALLOUT;
    };
  }

  static String text(Finding f, Scene scene) {
    String text =
        switch (f.type()) {
          case BRUTE_FORCE, DISTRIBUTED_GUESSING, SLOW_GUESSING, PASSWORD_SPRAY -> guessing(f);
          case SUSPECTED -> suspected(f, scene);
          case LOCKOUT -> lockout(f);
          case PASSWORD_KNOWN -> known(f);
          case COMPROMISE -> compromise(f);
          case OPEN_RELAY -> relayed(f);
          case AUTHENTICATED_SPAM -> spam(f);
          case INSIDE_HOST -> inside(f);
          case RELAY_PROBE -> probe(f);
          case DIRECTORY_HARVEST -> harvest(f);
          case NDR_SPIKE, NDR_REFLECTED, BACKSCATTER, REPUTATION_BLOCKED, GAP, LOG_CLEARED ->
              Fallout.text(f);
          case BACKGROUND,
              STALE_CREDENTIAL,
              CLOCK_SKEW,
              OVERLAP,
              NEWSLETTER,
              PARTNER_OUTAGE,
              MONITOR,
              SHARED_ADDRESS,
              MIGRATION ->
              f.title() + ".";
        };
    return text + open(f);
  }

  private static String known(Finding f) {
    return "%s gave the right password for %s and was refused all the same%s: somebody else knows the password."
        .formatted(who(f), accounts(f), reasons(f));
  }

  private static String relayed(Finding f) {
    return "%s sent %s without AUTH, and the server passed %s on: it relays for anybody."
        .formatted(who(f), volume(f), Metric.count(f, "messages") == 1 ? "it" : "them");
  }

  private static String inside(Finding f) {
    return "%s, %s of this site, sent %s without AUTH."
        .formatted(who(f), f.sources().size() == 1 ? "an address" : "addresses", volume(f));
  }

  private static String open(Finding f) {
    if (Role.of(f) == Role.EVIDENCE) {
      return "";
    }
    String start = f.startOpen() ? " It was already under way when the log begins." : "";
    return f.endOpen() ? start + " It was still going on when the log ends." : start;
  }

  /** The sources, within a sentence. */
  static String sources(Finding f) {
    return f.sources().isEmpty()
        ? "somebody whose address no log gives"
        : Phrases.some(f.sources(), "addresses");
  }

  /** The sources, where a sentence begins: an address keeps its letters as they are. */
  private static String who(Finding f) {
    return f.sources().isEmpty() ? "Somebody whose address no log gives" : sources(f);
  }

  private static String accounts(Finding f) {
    return f.accounts().isEmpty()
        ? "accounts that no log names"
        : Phrases.some(f.accounts(), "accounts");
  }

  private static String guessing(Finding f) {
    long rejected = Metric.count(f, "failures");
    long attempts = Math.max(Metric.firstOf(f, "attempts", "failures"), rejected);
    long tried = attempts >= 0 ? attempts : f.count();
    String pace =
        f.end() - f.start() >= Times.DAY
            ? " over " + Amount.of((f.end() - f.start()) / Times.DAY, "day")
            : "";
    return "%s tried %s for %s%s; %s.%s"
        .formatted(
            who(f),
            Amount.of(tried, "password"),
            accounts(f),
            pace,
            refused(f, tried, rejected),
            joined(f));
  }

  /** Where another log gave the addresses, how sure that is. */
  private static String joined(Finding f) {
    Finding.Attribution a = f.attribution();
    if (a == null || f.sources().isEmpty()) {
      return "";
    }
    return " Which address it was is known from another log, by time; %s of the same time met several addresses at once, %s none."
        .formatted(Amount.of(a.ambiguous(), "more attempt"), Amount.number(a.unattributed()));
  }

  private static String refused(Finding f, long tried, long rejected) {
    if (tried == 1) {
      return "the server refused it";
    }
    String until = Phrases.after(f.end(), f.start());
    return rejected >= 0 && rejected < tried
        ? "the server refused %s of them until %s".formatted(Amount.number(rejected), until)
        : "the server refused all of them until " + until;
  }

  private static String suspected(Finding f, Scene scene) {
    long sessions = Metric.firstOf(f, "emptySessions", "sessions");
    boolean shown =
        f.selector().streams().stream().anyMatch(s -> scene.context().streams().get(s).showsAuth());
    return "%s opened %s without sending mail until %s, as one who tries passwords does%s."
        .formatted(
            who(f),
            Amount.of(sessions >= 0 ? sessions : f.count(), "session"),
            Phrases.after(f.end(), f.start()),
            shown ? "" : "; this log does not record AUTH");
  }

  private static String lockout(Finding f) {
    long times = Metric.count(f, "lockouts");
    return "The guessing locked %s out%s."
        .formatted(accounts(f), times > 1 ? ", " + Amount.of(times, "time") + " in all" : "");
  }

  private static String reasons(Finding f) {
    List<String> reasons = Metric.names(f, "reasons");
    return reasons.isEmpty() ? "" : " (" + Phrases.list(reasons) + ")";
  }

  private static String compromise(Finding f) {
    String cause = Metric.text(f, "cause");
    if (cause != null && cause.contains("bulk")) {
      return "%s used %s, an account that was taken over: %s."
          .formatted(who(f), accounts(f), cause);
    }
    return "%s logged on as %s: the server accepted the password.".formatted(who(f), accounts(f));
  }

  private static String spam(Finding f) {
    if (Guests.behind(f)) {
      return "%s sent %s as Guest: the server let in whatever name was tried."
          .formatted(who(f), volume(f));
    }
    return "%s sent %s as %s."
        .formatted(
            who(f),
            volume(f),
            f.accounts().isEmpty()
                ? "an authenticated client whose account no log names"
                : accounts(f));
  }

  /** {@code 260 messages to 6,500 recipients}. */
  static String volume(Finding f) {
    long messages = Metric.count(f, "messages");
    long recipients = Metric.firstOf(f, "recipients", "foreignRecipients");
    if (messages < 0 && recipients < 0) {
      return "mail to strangers";
    }
    String sent = messages >= 0 ? Amount.of(messages, "message") : "mail";
    return recipients >= 0 ? sent + " to " + Amount.of(recipients, "recipient") : sent;
  }

  private static String probe(Finding f) {
    long refused = Metric.count(f, "refused");
    long accepted = Metric.count(f, "accepted");
    long told = Math.max(refused, 0) + Math.max(accepted, 0);
    String asked =
        "%s asked the server %s to relay"
            .formatted(who(f), Amount.of(told > 0 ? told : f.count(), "time"));
    return accepted > 0
        ? asked + "; it accepted " + Amount.number(accepted) + "."
        : asked + "; it refused.";
  }

  private static String harvest(Finding f) {
    long unknown = Metric.firstOf(f, "unknownRecipients", "refused");
    long known = Metric.firstOf(f, "knownRecipients", "accepted");
    String tried =
        "%s tried %s that nobody here has"
            .formatted(who(f), Amount.of(unknown >= 0 ? unknown : f.count(), "recipient name"));
    return known > 0 ? tried + ", and found " + Amount.number(known) + "." : tried + ".";
  }
}
