package postmortem.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;

/** Which accounts to disable or reset. */
final class AccountActions {

  private AccountActions() {}

  static List<Incident.Action> of(Scene scene) {
    List<Incident.Action> out = new ArrayList<>();
    entered(scene, out);
    guest(scene, out);
    taken(scene, out);
    known(scene, out);
    return out;
  }

  /** An account that rules more than a mailbox: a new password is not enough. */
  private static void entered(Scene scene, List<Incident.Action> out) {
    if (scene.guest()) {
      return;
    }
    List<String> names = taken(scene, true);
    finding(scene, names)
        .ifPresent(
            f ->
                out.add(
                    new Incident.Action(
                        "Treat the server and the domain as entered: take %s off the network, look for new accounts, services and tasks, and reset every privileged password from a clean machine."
                            .formatted(Phrases.machines(f)),
                        "%s is a privileged account: whoever has its password can log on to more than mail."
                            .formatted(Phrases.list(names)),
                        f.id())));
  }

  private static void guest(Scene scene, List<Incident.Action> out) {
    if (!scene.guest()) {
      return;
    }
    scene
        .worst(f -> f.type() == FindingType.AUTHENTICATED_SPAM && Guests.behind(f))
        .ifPresent(
            f ->
                out.add(
                    new Incident.Action(
                        "Look for an enabled Guest account on %s and in its domain, and disable it."
                            .formatted(Phrases.machines(f)),
                        "With Guest enabled any name is let in at the first try; no password was found, so none has to be reset.",
                        f.id())));
  }

  private static void taken(Scene scene, List<Incident.Action> out) {
    if (scene.guest()) {
      return;
    }
    List<String> names = List.copyOf(new TreeSet<>(scene.taken()));
    finding(scene, names)
        .ifPresent(
            f ->
                out.add(
                    new Incident.Action(
                        "Disable %s or reset the password, end all sessions and tokens, and check the mailbox for rules and forwarding that are not its owner's."
                            .formatted(Phrases.all(names)),
                        "Somebody else has used %s."
                            .formatted(names.size() == 1 ? "the account" : "these accounts"),
                        f.id())));
    if (names.isEmpty()) {
      scene
          .worst(f -> f.type() == FindingType.AUTHENTICATED_SPAM)
          .ifPresent(
              f ->
                  out.add(
                      new Incident.Action(
                          "Find out which account %s used, in the Security log or in the message tracking log, and disable it."
                              .formatted(Told.sources(f)),
                          "The spam came from an authenticated client, and no log here names its account.",
                          f.id())));
    }
  }

  private static void known(Scene scene, List<Incident.Action> out) {
    for (Finding f : scene.of(FindingType.PASSWORD_KNOWN)) {
      List<String> rest = new ArrayList<>(f.accounts());
      rest.removeAll(scene.taken());
      if (!rest.isEmpty()) {
        out.add(
            new Incident.Action(
                "Reset the password of "
                    + Phrases.all(rest)
                    + " before the account is enabled again.",
                "A stranger gave the right password; only another rule kept him out.",
                f.id()));
      }
    }
  }

  private static List<String> taken(Scene scene, boolean privileged) {
    return scene.taken().stream()
        .filter(a -> (Privileged.named(a) || scene.privileged(a)) == privileged)
        .toList();
  }

  private static Optional<Finding> finding(Scene scene, List<String> accounts) {
    return scene.worst(
        f ->
            (f.type() == FindingType.COMPROMISE || f.type() == FindingType.AUTHENTICATED_SPAM)
                && Spans.shared(accounts, f.accounts()) > 0);
  }
}
