package postmortem.incident;

import java.util.Set;
import postmortem.analysis.Finding;

/** Logons that an enabled Guest account let in: nobody's password was found. */
final class Guests {

  private static final Set<String> NAMES =
      Set.of("guest", "gast", "invité", "invitado", "ospite", "convidado", "gäst", "гость");

  /** More names than one person has: with Guest enabled any name gets in. */
  private static final int MANY_NAMES = 5;

  private Guests() {}

  static boolean named(String account) {
    int at = account.indexOf('@');
    return NAMES.contains(at < 0 ? account : account.substring(0, at));
  }

  /** Was it sent as Guest: by name, by many names at once, or as its detector says? */
  static boolean behind(Finding finding) {
    return Metric.flag(finding, "guest")
        || finding.accounts().stream().anyMatch(Guests::named)
        || finding.accounts().size() >= MANY_NAMES
            && finding.accounts().size() > finding.sources().size() * 2;
  }
}
