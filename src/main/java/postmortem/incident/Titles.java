package postmortem.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;

/** One line for an incident. */
final class Titles {

  private Titles() {}

  static String of(Scene scene) {
    if (scene.guest()) {
      return "Spam sent through an enabled Guest account";
    }
    if (!scene.taken().isEmpty()) {
      return taken(scene);
    }
    if (scene.has(FindingType.OPEN_RELAY)) {
      return "Open relay, used for spam";
    }
    if (scene.has(FindingType.AUTHENTICATED_SPAM)) {
      return "Spam sent by an authenticated client whose account no log names";
    }
    if (scene.has(FindingType.INSIDE_HOST)) {
      return "Spam sent by the inside host "
          + Phrases.list(scene.of(FindingType.INSIDE_HOST).get(0).sources());
    }
    if (scene.has(FindingType.PASSWORD_KNOWN)) {
      return "The password of %s is known to a stranger, who was refused all the same"
          .formatted(names(scene.of(FindingType.PASSWORD_KNOWN)));
    }
    if (scene.has(Role.GUESSING)) {
      List<Finding> guessing = scene.of(Role.GUESSING);
      String names = names(guessing);
      return (names.isEmpty() ? "Password guessing" : "Password guessing at " + names)
          + (Measure.succeeded(scene) == Incident.Succeeded.NO ? ", without success" : "");
    }
    return other(scene);
  }

  private static String taken(Scene scene) {
    List<String> names = List.copyOf(scene.taken());
    TreeSet<String> senders = new TreeSet<>();
    scene.of(FindingType.AUTHENTICATED_SPAM).forEach(f -> senders.addAll(f.accounts()));
    boolean allSent = senders.isEmpty() || senders.containsAll(names);
    boolean spam = scene.has(FindingType.AUTHENTICATED_SPAM);
    List<String> fate = new ArrayList<>();
    if (scene.has(Role.GUESSING)) {
      fate.add("guessed");
    }
    if (scene.has(FindingType.COMPROMISE)) {
      fate.add("taken over");
    }
    if (spam && allSent) {
      fate.add("used for spam");
    }
    return (names.size() == 1 ? "Account " : "Accounts ")
        + Phrases.list(names)
        + (fate.isEmpty() ? "" : " " + Phrases.list(fate))
        + (spam && !allSent ? "; " + Phrases.list(senders) + " used for spam" : "");
  }

  private static String other(Scene scene) {
    Finding main = scene.worst(f -> true).orElseThrow();
    return switch (main.type()) {
      case SUSPECTED -> "What looks like password guessing, in a log that may not show AUTH";
      case LOCKOUT -> "Accounts locked out: " + Phrases.list(main.accounts());
      case DIRECTORY_HARVEST -> "Recipient names tried out";
      case RELAY_PROBE -> "Somebody tested whether this server relays";
      case NDR_REFLECTED -> "Failure reports sent to forged senders";
      case BACKSCATTER -> "Failure reports about mail that was forged elsewhere";
      case NDR_SPIKE -> "Many failure reports, from a cause that the evidence does not show";
      case REPUTATION_BLOCKED -> "Remote servers refuse this server's mail";
      case LOG_CLEARED -> "An audit log was cleared";
      default -> main.title();
    };
  }

  private static String names(List<Finding> findings) {
    TreeSet<String> names = new TreeSet<>();
    findings.forEach(f -> names.addAll(f.accounts()));
    return names.isEmpty() ? "" : Phrases.some(names, "accounts");
  }
}
