package postmortem.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.event.Service;

/** The door that was used: which listener, which setting of which product. */
final class DoorActions {

  private final Scene scene;
  private final List<Incident.Action> out = new ArrayList<>();

  private DoorActions(Scene scene) {
    this.scene = scene;
  }

  static List<Incident.Action> of(Scene scene) {
    DoorActions doors = new DoorActions(scene);
    doors.each(FindingType.OPEN_RELAY, doors::openRelay);
    doors.each(FindingType.AUTHENTICATED_SPAM, doors::authenticatedRelay);
    doors.each(FindingType.INSIDE_HOST, doors::insideHost);
    doors.each(FindingType.NDR_REFLECTED, doors::reflected);
    doors.each(FindingType.BACKSCATTER, (product, f) -> doors.forged(f));
    if (!scene.has(Role.ABUSE)) {
      doors.guessing();
    }
    doors.probe();
    return doors.out;
  }

  private interface Door {
    String setting(Product product, Finding finding);
  }

  /** One action for each product of the finding's machines; for the first finding of a type. */
  private void each(FindingType type, Door door) {
    List<Finding> findings = scene.of(type);
    if (findings.isEmpty()) {
      return;
    }
    Finding finding = findings.get(0);
    Set<Product> products = Product.mail(finding, scene.context());
    if (products.isEmpty()) {
      products = Set.of(Product.OTHER);
    }
    for (Product product : products) {
      String setting = door.setting(product, finding);
      if (out.stream().noneMatch(a -> a.what().equals(setting))) {
        out.add(new Incident.Action(setting, why(type), finding.id()));
      }
    }
  }

  private static String why(FindingType type) {
    return switch (type) {
      case OPEN_RELAY ->
          "Strangers relayed without AUTH, and the server took and passed on their mail.";
      case AUTHENTICATED_SPAM ->
          "Any account that is let in may relay to anywhere: the next password that is found sends spam again.";
      case INSIDE_HOST -> "It sends in bulk without AUTH, because the server trusts its address.";
      case BACKSCATTER -> "Nobody broke in: no password has to be changed, and no account closed.";
      default ->
          "The server takes mail for names that nobody has, and sends the failure reports to forged senders.";
    };
  }

  private String openRelay(Product product, Finding f) {
    return switch (product) {
      case IIS_SMTP ->
          "Close the relay on %s: SMTP virtual server, Access, Relay restrictions, \"Only the list below\", with own addresses only."
              .formatted(listener(f));
      case EXCHANGE ->
          "Close the relay on %s: take the permission ms-Exch-SMTP-Accept-Any-Recipient from ANONYMOUS LOGON on the receive connector (Get-ADPermission, Remove-ADPermission), and no remote range of a relay connector may hold the Internet."
              .formatted(listener(f));
      case POSTFIX ->
          "Close the relay on %s: mynetworks with own addresses only, and smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination."
              .formatted(listener(f));
      default ->
          "Close the relay on %s: accept recipients in foreign domains from own addresses and authenticated clients only."
              .formatted(listener(f));
    };
  }

  private String authenticatedRelay(Product product, Finding f) {
    return switch (product) {
      case IIS_SMTP ->
          "On %s, clear \"Allow all computers which successfully authenticate to relay, regardless of the list above\" (SMTP virtual server, Access, Relay), and switch off Basic and Integrated authentication where no client needs them."
              .formatted(listener(f));
      case EXCHANGE ->
          f.services().equals(Set.of(Service.SUBMISSION))
              ? "On %s, let the receive connector for port 587 authenticate over TLS only, close it to the Internet if nobody needs it from there, and limit recipients and messages per client; let failed attempts lock an account for minutes."
                  .formatted(listener(f))
              : "On %s, switch off authentication on the receive connector that the Internet reaches on port 25, and let clients submit on port 587 only, with a limit on recipients and rate; take ms-Exch-SMTP-Accept-Any-Recipient from who does not need it."
                  .formatted(listener(f));
      case POSTFIX ->
          "On %s, offer AUTH on submission (587, 465) only, bind senders to their accounts (smtpd_sender_login_maps, reject_sender_login_mismatch), and limit messages per client."
              .formatted(listener(f));
      default ->
          "On %s, offer AUTH on the submission port only, and limit recipients per account and hour."
              .formatted(listener(f));
    };
  }

  private String insideHost(Product product, Finding f) {
    String who = Phrases.list(f.sources());
    return switch (product) {
      case IIS_SMTP ->
          "Take %s off the network and examine it; on %s, leave only servers that must relay in the list of Relay restrictions."
              .formatted(who, listener(f));
      case EXCHANGE ->
          "Take %s off the network and examine it; on %s, leave only servers that must relay in the remote ranges of the relay connector."
              .formatted(who, listener(f));
      case POSTFIX ->
          "Take %s off the network and examine it; on %s, leave only servers that must relay in mynetworks."
              .formatted(who, listener(f));
      default ->
          "Take %s off the network and examine it; on %s, let only servers that must relay do so without AUTH."
              .formatted(who, listener(f));
    };
  }

  private String reflected(Product product, Finding f) {
    return switch (product) {
      case IIS_SMTP ->
          "On %s, refuse unknown recipients at once: Message Delivery, Recipient Filtering, \"Filter recipients who are not in the Directory\", and apply the filter to the SMTP virtual server."
              .formatted(listener(f));
      case EXCHANGE ->
          "On %s, refuse unknown recipients at once: Set-RecipientFilterConfig -RecipientValidationEnabled $true, with the recipient filter agent on."
              .formatted(listener(f));
      case POSTFIX ->
          "On %s, refuse unknown recipients at once: local_recipient_maps and relay_recipient_maps must list them, with smtpd_reject_unlisted_recipient = yes."
              .formatted(listener(f));
      default ->
          "On %s, refuse unknown recipients during the SMTP session instead of reporting them afterwards."
              .formatted(listener(f));
    };
  }

  private String forged(Finding f) {
    return "On %s, refuse unknown recipients at once, and null-sender mail to the forged addresses while it lasts; publish SPF and DMARC for the domain."
        .formatted(listener(f));
  }

  private void guessing() {
    scene
        .worst(f -> Role.of(f) == Role.GUESSING || Role.of(f) == Role.SUSPICION)
        .ifPresent(
            f -> {
              boolean mail = f.services().isEmpty() || f.services().stream().anyMatch(this::mail);
              out.add(
                  new Incident.Action(
                      mail
                          ? "On %s, switch off AUTH where the Internet reaches it and no client needs it, require TLS for the rest, and let failed attempts lock an account for minutes."
                              .formatted(listener(f))
                          : "Close %s to the Internet on %s."
                              .formatted(
                                  Phrases.list(
                                      f.services().stream().map(DoorActions::named).toList()),
                                  listener(f)),
                      "Passwords are being tried there; what is not offered cannot be guessed.",
                      f.id()));
            });
  }

  private static String named(Service service) {
    return service == Service.OTHER ? "what takes these logons" : service.id();
  }

  private boolean mail(Service service) {
    return switch (service) {
      case SMB, RDP, OTHER -> false;
      case SMTP, SUBMISSION, POP, IMAP, OWA, ACTIVESYNC, EWS -> true;
    };
  }

  private void probe() {
    scene
        .worst(f -> f.type() == FindingType.RELAY_PROBE && Metric.count(f, "accepted") > 0)
        .ifPresent(
            f ->
                out.add(
                    new Incident.Action(
                        "Test from outside whether %s relays.".formatted(listener(f)),
                        "It accepted a test of a stranger.",
                        f.id())));
  }

  /** The listener where a finding names one, else the machine. */
  private static String listener(Finding f) {
    List<String> listeners = Metric.names(f, "listeners");
    return listeners.isEmpty()
        ? Phrases.machines(f)
        : Phrases.list(listeners) + Phrases.of(f.servers());
  }
}
