package postmortem.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Address;

/**
 * An account that sends spam was taken over, if it was guessed at before or sends from strange
 * addresses. One compromise for each account; none for Guest, whose password nobody found.
 */
final class CompromiseBySpam implements Deduction {

  private final Context context;
  private final EarlierUse use;

  CompromiseBySpam(Context context, EarlierUse use) {
    this.context = context;
    this.use = use;
  }

  /** The accounts of a spam finding that no compromise names yet. */
  static List<String> open(Finding spam, List<Finding> findings) {
    if (spam.type() != FindingType.AUTHENTICATED_SPAM
        || spam.severity() == Severity.INFO
        || Guests.behind(spam)) {
      return List.of();
    }
    return spam.accounts().stream()
        .filter(
            account ->
                findings.stream()
                    .noneMatch(
                        f ->
                            f.type() == FindingType.COMPROMISE
                                && f.severity() != Severity.INFO
                                && f.accounts().contains(account)))
        .toList();
  }

  @Override
  public List<Finding> apply(List<Finding> findings) {
    Map<String, Finding> made = new TreeMap<>();
    for (Finding spam : findings) {
      for (String account : open(spam, findings)) {
        if (!made.containsKey(account)) {
          judge(spam, account, findings, made);
        }
      }
    }
    List<Finding> out = new ArrayList<>(findings);
    out.addAll(made.values());
    return out;
  }

  private void judge(
      Finding spam, String account, List<Finding> findings, Map<String, Finding> made) {
    Set<Address> strange = new TreeSet<>(spam.sources());
    strange.removeAll(use.known(spam, account, context));
    boolean first =
        !spam.startOpen()
            && strange.size() * 2 > spam.sources().size()
            && strange.stream().anyMatch(a -> !context.settings().inside(a));
    boolean guessed =
        findings.stream()
            .anyMatch(
                f ->
                    Role.of(f) == Role.GUESSING
                        && f.severity() != Severity.INFO
                        && f.start() <= spam.start()
                        && f.accounts().contains(account));
    if (first || guessed) {
      made.put(account, compromise(spam, account, first, guessed, strange));
    }
  }

  private static Finding compromise(
      Finding spam, String account, boolean first, boolean guessed, Set<Address> strange) {
    String cause =
        guessed && first
            ? "guessed at before, then bulk from addresses never seen for it"
            : guessed ? "guessed at before, then bulk" : "bulk from addresses never seen for it";
    Redraft draft =
        Redraft.of(spam)
            .as(FindingType.COMPROMISE, "Account " + Phrases.name(account) + " was taken over")
            .severity(Severity.CRITICAL)
            .confidence(guessed && first ? 0.9 : guessed ? 0.8 : 0.7)
            .sources(strange.isEmpty() ? spam.sources() : strange)
            .accounts(List.of(account))
            .metric("cause", cause);
    for (String key : List.of("messages", "recipients", "foreignRecipients")) {
      Object value = spam.metrics().get(key);
      if (value != null && spam.accounts().size() == 1) {
        draft.metric(key, value);
      }
    }
    if (Privileged.named(account)) {
      draft.metric("privileged", true);
    }
    return draft.fresh();
  }
}
