package postmortem.incident;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.StreamInfo;

/**
 * What to do, in order: preserve the logs, freeze the queue, the accounts, the door, blocks, clean
 * the queue, delisting, auditing (design.md, 6).
 */
final class Actions {

  private final Scene scene;
  private final List<Incident.Action> out = new ArrayList<>();

  private Actions(Scene scene) {
    this.scene = scene;
  }

  static List<Incident.Action> of(Scene scene) {
    Actions actions = new Actions(scene);
    actions.preserve();
    actions.freeze();
    actions.out.addAll(AccountActions.of(scene));
    actions.out.addAll(DoorActions.of(scene));
    actions.out.addAll(BlockActions.of(scene));
    actions.clean();
    actions.delist();
    actions.audit();
    return List.copyOf(actions.out);
  }

  private void add(String what, String why, Finding finding) {
    out.add(new Incident.Action(what, why, finding.id()));
  }

  /** The finding that the whole incident is called for: the worst. */
  private Finding main() {
    return scene.worst(f -> true).orElseThrow();
  }

  private void preserve() {
    if (Measure.severity(scene).compareTo(Severity.HIGH) < 0
        && Measure.succeeded(scene) == Incident.Succeeded.NO) {
      return; // weather, which nobody will take to court
    }
    Set<Product> products = Product.of(scene.context());
    List<String> logs = new ArrayList<>();
    if (products.contains(Product.WINDOWS_EVENTS) || Product.anyOnWindows(products)) {
      logs.add("the Security and Application event logs" + of(Product.WINDOWS_EVENTS));
    }
    if (products.stream().anyMatch(Product::isMail)) {
      logs.add("the mail logs" + of(Product.IIS_SMTP, Product.OTHER_MTA));
    }
    if (products.contains(Product.FIREWALL)) {
      logs.add("the firewall logs" + of(Product.FIREWALL));
    }
    if (logs.isEmpty()) {
      logs.add("all logs of the machines concerned");
    }
    String also =
        scene.has(FindingType.LOG_CLEARED) || scene.has(FindingType.GAP)
            ? ", and look for backups of what is missing"
            : "";
    add(
        "Copy " + Phrases.list(logs) + " to another machine now" + also + ".",
        Product.anyOnWindows(products) || products.contains(Product.WINDOWS_EVENTS)
            ? "Event logs overwrite their oldest records, and protocol logs are deleted after some days."
            : "Old logs are rotated away after some days.",
        main());
  }

  private String of(Product product) {
    return of(product, product);
  }

  private String of(Product first, Product last) {
    SortedSet<String> servers = new TreeSet<>();
    EnumSet.range(first, last).forEach(p -> servers.addAll(p.servers(scene.context())));
    return Phrases.of(servers);
  }

  private boolean queueMatters(Finding f) {
    return Role.of(f) == Role.ABUSE || f.type() == FindingType.NDR_REFLECTED;
  }

  private void freeze() {
    scene
        .worst(this::queueMatters)
        .ifPresent(
            f ->
                add(
                    "Freeze the outgoing queue" + on(f) + ".",
                    "What is still in it would go out and bring more refusals and listings.",
                    f));
  }

  private static String on(Finding f) {
    return f.servers().isEmpty() ? "" : " on " + Phrases.list(f.servers());
  }

  private void clean() {
    scene
        .worst(this::queueMatters)
        .ifPresent(
            f -> {
              String whose =
                  f.type() == FindingType.NDR_REFLECTED
                      ? "failure reports to strangers (null sender)"
                      : "messages of "
                          + (f.accounts().isEmpty() || Guests.behind(f)
                              ? Told.sources(f)
                              : Phrases.list(f.accounts()))
                          + ", and the failure reports about them";
              add(
                  "Delete from the queue the " + whose + ", then let it go on.",
                  "The rest of the queue is mail that people wait for.",
                  f);
            });
  }

  private void delist() {
    for (Finding f : scene.of(FindingType.REPUTATION_BLOCKED)) {
      List<String> lists = Metric.names(f, "blocklists");
      add(
          lists.isEmpty()
              ? "Ask the remote servers that refuse mail to take it again, once the door is closed."
              : "Request delisting at "
                  + String.join(", ", lists.stream().map(Phrases::name).toList())
                  + ", once the door is closed.",
          "Mail of this server is refused until then; a request before the spam has stopped leads to a new listing.",
          f);
    }
  }

  private boolean unnamed() {
    return scene.findings().stream()
        .anyMatch(f -> Role.of(f) == Role.GUESSING && f.accounts().isEmpty());
  }

  private void audit() {
    Set<Product> products = Product.of(scene.context());
    Finding main = main();
    SortedSet<String> blind = new TreeSet<>();
    boolean shows = false;
    for (StreamInfo stream : scene.context().streams()) {
      shows |= stream.showsAuth();
      boolean concerned = main.servers().isEmpty() || main.servers().contains(stream.server());
      if (concerned && Product.of(stream.format()) == Product.IIS_SMTP && !stream.showsAuth()) {
        blind.add(stream.server());
      }
    }
    boolean auth =
        scene.has(Role.GUESSING)
            || scene.has(Role.SUSPICION)
            || scene.has(Role.SUCCESS)
            || scene.has(FindingType.AUTHENTICATED_SPAM);
    if (auth && !products.contains(Product.WINDOWS_EVENTS) && Product.anyOnWindows(products)) {
      add(
          "Switch on auditing of logon events, successes and failures, and make the Security log large enough for weeks.",
          blind.isEmpty()
              ? unnamed()
                  ? "The SMTP log does not hold the names that were tried: the Security log does."
                  : "Without it no second log tells which logons succeeded."
              : "The SMTP log does not record AUTH: which accounts were tried, and whether one was let in, stands in the Security log alone.",
          main);
    }
    if (auth && !shows && products.contains(Product.EXCHANGE)) {
      add(
          "Switch on protocol logging (Verbose) on every receive connector.",
          "Without it no log holds the address and the account of an AUTH attempt together.",
          main);
    }
    boolean nowhere =
        scene.findings().stream()
            .anyMatch(f -> Role.of(f) == Role.GUESSING && f.sources().isEmpty());
    if (nowhere && !products.contains(Product.FIREWALL)) {
      add(
          "Let the firewall log connections to the mail ports, with their source addresses.",
          "The guessing has no address in these logs.",
          main);
    }
  }
}
