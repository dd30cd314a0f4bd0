package postmortem.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import postmortem.analysis.Amount;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.event.Address;

/**
 * Which addresses to block, and what else that would stop. Never an address of ours, or one that
 * known users log on from (report-conventions.md, 6).
 */
final class BlockActions {

  /** So many addresses with a few attempts each are a botnet: the next ones are other ones. */
  private static final int MANY = 50;

  private static final int FEW_ATTEMPTS = 10;

  private static final Set<FindingType> HARMLESS_SOURCES =
      Set.of(
          FindingType.NDR_SPIKE,
          FindingType.NDR_REFLECTED,
          FindingType.BACKSCATTER,
          FindingType.REPUTATION_BLOCKED,
          FindingType.LOCKOUT);

  private BlockActions() {}

  static List<Incident.Action> of(Scene scene) {
    Set<Address> attacking = new TreeSet<>();
    for (Finding f : scene.findings()) {
      if (Role.of(f) != Role.EVIDENCE && !HARMLESS_SOURCES.contains(f.type())) {
        attacking.addAll(f.sources());
      }
    }
    List<SourceTally> strangers = new ArrayList<>();
    List<Address> own = new ArrayList<>();
    List<Address> users = new ArrayList<>();
    for (SourceTally tally : scene.sources()) {
      if (!attacking.contains(tally.address())) {
        continue;
      }
      if (guarded(tally.address()) || scene.context().settings().inside(tally.address())) {
        own.add(tally.address());
      } else if (tally.usersLogOn()) {
        users.add(tally.address());
      } else {
        strangers.add(tally);
      }
    }
    Optional<Finding> finding =
        scene.worst(f -> !HARMLESS_SOURCES.contains(f.type()) && !f.sources().isEmpty());
    if (strangers.isEmpty() || finding.isEmpty()) {
      return List.of();
    }
    return List.of(
        pointless(strangers)
            ? pointless(strangers, finding.get())
            : block(strangers, left(own, users), finding.get()));
  }

  /** Loopback, private and carrier-grade NAT (RFC 6598). */
  private static boolean guarded(Address address) {
    return address.isPrivate()
        || address.isV4() && address.network(10).equals(Address.v4(100 << 24 | 64 << 16));
  }

  private static boolean pointless(List<SourceTally> strangers) {
    return strangers.size() > MANY && median(strangers) <= FEW_ATTEMPTS;
  }

  private static long median(List<SourceTally> strangers) {
    long[] attempts = strangers.stream().mapToLong(SourceTally::rejected).sorted().toArray();
    return attempts[attempts.length / 2];
  }

  private static Incident.Action pointless(List<SourceTally> strangers, Finding finding) {
    long median = median(strangers);
    long most = Arrays.stream(strangers.stream().mapToLong(SourceTally::rejected).toArray()).sum();
    String each = most == 0 ? "" : ", %s each".formatted(Amount.of(Math.max(median, 1), "attempt"));
    return new Incident.Action(
        "Do not spend time on blocking addresses.",
        "Blocking is pointless: %s%s; the next ones will be other ones."
            .formatted(Amount.of(strangers.size(), "address"), each),
        finding.id());
  }

  private static Incident.Action block(List<SourceTally> strangers, String left, Finding finding) {
    long other = 0;
    List<Address> shared = new ArrayList<>();
    for (SourceTally tally : strangers) {
      other += tally.otherMessages();
      if (tally.otherMessages() > 0) {
        shared.add(tally.address());
      }
    }
    List<Address> addresses = strangers.stream().map(SourceTally::address).toList();
    String collateral =
        other == 0
            ? "Nothing else came from there in all the evidence."
            : "It would also stop %s that came from %s outside the incident."
                .formatted(Amount.of(other, "message"), Phrases.list(shared));
    String which = addresses.size() <= 3 ? "" : " (the source table lists them)";
    return new Incident.Action(
        "Block %s%s at the firewall for 30 days.".formatted(Phrases.list(addresses), which),
        collateral + left,
        finding.id());
  }

  private static String left(List<Address> own, List<Address> users) {
    String out = "";
    if (!own.isEmpty()) {
      out += " Not to be blocked: " + Phrases.list(own) + ", of this site.";
    }
    if (!users.isEmpty()) {
      out += " Not to be blocked: " + Phrases.list(users) + ", where users log on from.";
    }
    return out;
  }
}
