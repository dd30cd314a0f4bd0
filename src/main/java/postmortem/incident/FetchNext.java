package postmortem.incident;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.evidence.LedgerEntry;

/** Which logs would answer what is still open. */
final class FetchNext {

  private static final Set<Role> ENTERING =
      EnumSet.of(Role.GUESSING, Role.SUSPICION, Role.SUCCESS, Role.ABUSE);

  private final List<Incident> incidents;
  private final Context context;
  private final Set<Product> products;
  private final LinkedHashSet<String> out = new LinkedHashSet<>();

  private FetchNext(List<Incident> incidents, Context context) {
    this.incidents = incidents;
    this.context = context;
    this.products = Product.of(context);
  }

  /** Full sentences, most useful first. */
  static List<String> of(
      List<Incident> incidents, List<Finding> findings, Context context, List<LedgerEntry> ledger) {
    FetchNext fetch = new FetchNext(incidents, context);
    fetch.accounts();
    fetch.addresses();
    fetch.earlier();
    fetch.holes(findings);
    fetch.mail();
    fetch.later();
    fetch.unread(ledger);
    return List.copyOf(fetch.out);
  }

  private boolean any(Predicate<Finding> which) {
    return incidents.stream().flatMap(i -> i.findings().stream()).anyMatch(which);
  }

  private String of(Product product) {
    SortedSet<String> servers = product.servers(context);
    return Phrases.of(servers);
  }

  private String period() {
    long start = incidents.stream().mapToLong(Incident::start).min().orElse(0);
    long end = incidents.stream().mapToLong(Incident::end).max().orElse(0);
    return "from %s to %s".formatted(Phrases.time(start), Phrases.after(end, start));
  }

  /** Where passwords were tried or used; all with Windows mail logs where no machine is named. */
  private String attacked() {
    SortedSet<String> servers = new TreeSet<>();
    incidents.stream()
        .flatMap(i -> i.findings().stream())
        .filter(f -> ENTERING.contains(Role.of(f)))
        .forEach(f -> servers.addAll(f.servers()));
    if (servers.isEmpty()) {
      servers.addAll(Product.IIS_SMTP.servers(context));
      servers.addAll(Product.EXCHANGE.servers(context));
    }
    return Phrases.of(servers);
  }

  /** Who was tried and who was let in, where no log tells all of it. */
  private void accounts() {
    boolean asked =
        any(
            f ->
                f.type() == FindingType.SUSPECTED
                    || Role.of(f) == Role.GUESSING && f.accounts().isEmpty()
                    || f.type() == FindingType.AUTHENTICATED_SPAM && f.accounts().isEmpty());
    if (!asked) {
      return;
    }
    if (Product.anyOnWindows(products) && !products.contains(Product.WINDOWS_EVENTS)) {
      out.add(
          "The Security event log%s %s: it shows which accounts were tried and which was let in (events 528 to 540 and 680, or 4624, 4625 and 4776)."
              .formatted(attacked(), period()));
    }
    if (products.contains(Product.EXCHANGE) && !context.showsAuth()) {
      out.add(
          "The SmtpReceive protocol logs%s: they hold address and account of each AUTH attempt, if protocol logging was on."
              .formatted(of(Product.EXCHANGE)));
    }
  }

  private void addresses() {
    boolean nowhere =
        any(
            f ->
                (Role.of(f) == Role.GUESSING || f.type() == FindingType.COMPROMISE)
                    && f.sources().isEmpty());
    if (!nowhere) {
      return;
    }
    boolean protocol = products.stream().anyMatch(Product::isMail);
    if (!protocol) {
      out.add(
          "The SMTP protocol log of the mail server %s: it holds the addresses that the Security log does not."
              .formatted(period()));
    }
    if (!products.contains(Product.FIREWALL)) {
      out.add(
          "The firewall's log of connections to the mail ports %s: it holds the addresses that are missing here."
              .formatted(period()));
    }
  }

  private void earlier() {
    if (incidents.stream().anyMatch(Incident::startOpen)) {
      long start = incidents.stream().mapToLong(Incident::start).min().orElse(0);
      out.add(
          "The logs from before %s: the attack was already under way when these begin."
              .formatted(Phrases.time(start)));
    }
  }

  private void holes(List<Finding> findings) {
    for (Finding f : findings) {
      if (f.severity() == Severity.INFO) {
        continue;
      }
      String servers = Phrases.of(f.servers());
      if (f.type() == FindingType.GAP) {
        out.add(
            "A backup or another copy of the log%s from %s to %s: records are missing there."
                .formatted(servers, Phrases.time(f.start()), Phrases.after(f.end(), f.start())));
      } else if (f.type() == FindingType.LOG_CLEARED) {
        out.add(
            "A backup, or the collector's copy, of the event log%s from before %s: it was cleared then."
                .formatted(servers, Phrases.time(f.start())));
      }
    }
  }

  private void mail() {
    boolean spam = any(f -> Role.of(f) == Role.ABUSE || f.type() == FindingType.NDR_SPIKE);
    boolean tracking = context.streams().stream().anyMatch(s -> s.format().contains("tracking"));
    if (spam && Product.anyOnWindows(products) && !tracking) {
      out.add(
          "The message tracking log%s %s: it holds senders, recipients and subjects of what was sent."
              .formatted(
                  of(products.contains(Product.EXCHANGE) ? Product.EXCHANGE : Product.IIS_SMTP),
                  period()));
    }
    SortedSet<String> taken = new TreeSet<>();
    incidents.stream()
        .flatMap(i -> i.findings().stream())
        .filter(f -> f.type() == FindingType.COMPROMISE)
        .forEach(f -> taken.addAll(f.accounts()));
    if (!taken.isEmpty()) {
      out.add(
          "The logs of every other service that takes the same password (web mail, VPN, remote desktop, the domain controllers' Security logs): what else was done as %s."
              .formatted(Phrases.list(taken)));
    }
  }

  private void later() {
    if (incidents.stream().anyMatch(FetchNext::endsOpen)) {
      out.add(
          "The logs from after %s: it was still going on when these end."
              .formatted(Phrases.time(context.coverage().last())));
    }
  }

  /** Does the evidence end while something of it goes on? */
  private static boolean endsOpen(Incident incident) {
    return incident.ongoing() && incident.findings().stream().anyMatch(Finding::endOpen);
  }

  private void unread(List<LedgerEntry> ledger) {
    List<String> cut = ledger.stream().filter(LedgerEntry::isCut).map(LedgerEntry::path).toList();
    if (!cut.isEmpty()) {
      out.add(
          "A readable copy of %s: it could not be read to its end."
              .formatted(Phrases.some(cut, "files")));
    }
    if (context.streams().isEmpty()) {
      out.add("The protocol logs of the mail server, and the Security log of its machine.");
    }
  }
}
