package postmortem.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The two mail servers of the case and what each writes down: EX01 runs Exchange 2010, GATE01 is an
 * older gateway with IIS 6, still the second MX.
 */
final class Site {

  static final String DOMAIN = "nordwerk.example";
  static final String PUBLIC = "192.0.2.25";
  private static final String EX01 = "10.20.0.11";
  private static final String GATE01 = "10.20.0.5";
  private static final String HOST = "EX01." + DOMAIN;
  private static final String GUEST =
      "SMTPSubmit SMTPAcceptAnySender SMTPAcceptAuthoritativeDomainSender AcceptRoutingHeaders";
  private static final String USER =
      "SMTPSubmit SMTPAcceptAnyRecipient BypassAntiSpam AcceptRoutingHeaders";
  private static final DateTimeFormatter BANNER =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A host outside. */
  record Host(String address, String name) {}

  /** What a remote server makes of a recipient. */
  record Verdict(String recipient, String reply) {
    boolean accepted() {
      return reply.startsWith("250");
    }
  }

  final ProtocolLog receive = new ProtocolLog("Receive", 0x08CD4F9A00002A10L);
  final ProtocolLog send = new ProtocolLog("Send", 0x08CD4F9A00E05107L);
  final GatewayLog gateway = new GatewayLog("GATE01", GATE01);
  final Random random;
  private long message = 48_211;

  Site(Random random) {
    this.random = random;
  }

  private int port() {
    return 1025 + random.nextInt(60_000);
  }

  /** Connects to EX01 and greets it. */
  ProtocolLog.Session connect(Instant at, Host from, int port) {
    String connector = port == 587 ? "EX01\\Client EX01" : "EX01\\Default EX01";
    ProtocolLog.Session s =
        receive.session(connector, EX01 + ":" + port, from.address() + ":" + port(), at);
    s.row("+", "", "").note(GUEST, "Set Session Permissions");
    s.out("220 " + HOST + " Microsoft ESMTP MAIL Service ready at " + BANNER.format(at));
    s.pause(40L + random.nextInt(80)).in("EHLO " + from.name());
    s.out("250-" + HOST + " Hello [" + from.address() + "]");
    for (String offer : List.of("SIZE 20971520", "PIPELINING", "DSN", "ENHANCEDSTATUSCODES")) {
      s.out("250-" + offer);
    }
    return s.out("250-AUTH NTLM LOGIN").out("250-8BITMIME").out("250 CHUNKING");
  }

  /** An AUTH LOGIN with a wrong password. */
  void reject(ProtocolLog.Session s) {
    offer(s).note("Tarpit for '0.00:00:05'", "");
    s.pause(5000L + random.nextInt(16)).out("535 5.7.3 Authentication unsuccessful");
  }

  /** An AUTH LOGIN with the right password. */
  void accept(ProtocolLog.Session s, String account) {
    offer(s).note(USER, "Set Session Permissions");
    s.note("NORDWERK\\" + account, "authenticated").out("235 2.7.0 Authentication successful");
  }

  private ProtocolLog.Session offer(ProtocolLog.Session s) {
    s.pause(90L + random.nextInt(60)).in("AUTH LOGIN").out("334 <authentication response>");
    s.pause(60L + random.nextInt(60)).out("334 <authentication response>");
    return s.pause(70L + random.nextInt(60));
  }

  /** MAIL, RCPT and DATA, all accepted. */
  void transaction(ProtocolLog.Session s, String sender, List<String> recipients) {
    s.pause(50).in("MAIL FROM:<" + sender + "> SIZE=" + (900 + random.nextInt(9000)));
    s.note(s.id() + ";" + s.now() + ";1", "receiving message").out("250 2.1.0 Sender OK");
    for (String recipient : recipients) {
      s.pause(30).in("RCPT TO:<" + recipient + ">").out("250 2.1.5 Recipient OK");
    }
    s.pause(40).in("DATA").out("354 Start mail input; end with <CRLF>.<CRLF>");
    s.pause(200L + random.nextInt(400));
    String id = Integer.toHexString(random.nextInt()) + "@" + domain(sender);
    s.out("250 2.6.0 <" + id + "> [InternalId=" + message++ + "] Queued mail for delivery");
  }

  void quit(ProtocolLog.Session s) {
    s.pause(60)
        .in("QUIT")
        .out("221 2.0.0 Service closing transmission channel")
        .row("-", "", "Local");
  }

  /** Somebody outside writes to us and comes to EX01. */
  void arrive(Instant at, Host from, String sender, String recipient) {
    ProtocolLog.Session s = connect(at, from, 25);
    transaction(s, sender, List.of(recipient));
    quit(s);
  }

  /** One of us sends from outside the house. */
  void submit(Instant at, Host from, String account, String recipient) {
    ProtocolLog.Session s = connect(at, from, 587);
    accept(s, account);
    transaction(s, account + "@" + DOMAIN, List.of(recipient));
    quit(s);
  }

  /** Asks for what is not allowed here; null for a recipient that nobody here has. */
  void refuse(Instant at, Host from, String sender, String recipient, String reply) {
    ProtocolLog.Session s = connect(at, from, 25);
    s.pause(50).in("MAIL FROM:<" + sender + ">").out("250 2.1.0 Sender OK");
    s.pause(30).in("RCPT TO:<" + recipient + ">").note("Tarpit for '0.00:00:05'", "");
    s.pause(5004).out(reply);
    quit(s);
  }

  /** EX01 hands a message to a remote server, which may want only some of the recipients. */
  void deliver(Instant at, Host to, String sender, List<Verdict> recipients) {
    ProtocolLog.Session s = send.session("Internet", "", to.address() + ":25", at);
    s.note("", "attempting to connect");
    s.pause(60L + random.nextInt(90)).connectedFrom(EX01 + ":" + port()).row("+", "", "");
    s.pause(70).in("220 " + to.name() + " ESMTP").out("EHLO mail." + DOMAIN);
    s.pause(70).in("250-" + to.name()).in("250 SIZE 31457280");
    s.note("08CD" + message + ";" + at, "sending message");
    s.out("MAIL FROM:<" + sender + "> SIZE=" + (900 + random.nextInt(9000)));
    recipients.forEach(r -> s.out("RCPT TO:<" + r.recipient() + ">"));
    s.pause(120).in("250 2.1.0 Ok");
    recipients.forEach(r -> s.in(r.reply()));
    if (recipients.stream().anyMatch(Verdict::accepted)) {
      s.out("DATA").pause(80).in("354 Go ahead");
      s.pause(250).in("250 2.0.0 Ok: queued as " + Integer.toHexString(random.nextInt()));
    }
    s.out("QUIT").pause(70).in("221 2.0.0 Bye").row("-", "", "Local");
  }

  /** Somebody outside writes to us and comes to GATE01, which passes it on to EX01. */
  void arriveByGateway(Instant at, Host from, String sender, String recipient) {
    int size = 900 + random.nextInt(9000);
    String id = Integer.toHexString(random.nextInt()) + "@" + domain(sender);
    gateway.command(at, from.address(), from.name(), "EHLO", "+" + from.name(), 250, 14);
    Instant then = at.plusSeconds(1);
    gateway.command(then, from.address(), from.name(), "MAIL", "+FROM:<" + sender + ">", 250, 34);
    gateway.command(then, from.address(), from.name(), "RCPT", "+TO:<" + recipient + ">", 250, 33);
    then = then.plusSeconds(1);
    gateway.command(then, from.address(), from.name(), "DATA", "+<" + id + ">", 250, size);
    gateway.quit(then.plusSeconds(1), from.address(), from.name(), 2400L + random.nextInt(900));
    passOn(then.plusSeconds(2), sender, recipient, size);
  }

  private void passOn(Instant at, String sender, String recipient, int size) {
    gateway.answer(at, EX01, "220 " + HOST + " Microsoft ESMTP MAIL Service ready");
    gateway.say(at, EX01, "EHLO", "gate01." + DOMAIN);
    gateway.answer(at, EX01, "250-" + HOST + " Hello [" + GATE01 + "]");
    gateway.say(at, EX01, "MAIL", "FROM:<" + sender + "> SIZE=" + size);
    gateway.answer(at, EX01, "250 2.1.0 Sender OK");
    gateway.say(at, EX01, "RCPT", "TO:<" + recipient + ">");
    gateway.answer(at, EX01, "250 2.1.5 Recipient OK");
    Instant then = at.plusSeconds(1);
    gateway.say(then, EX01, "DATA", "-");
    gateway.answer(then, EX01, "354 Start mail input; end with <CRLF>.<CRLF>");
    gateway.answer(then, EX01, "250 2.6.0 Queued mail for delivery");
    gateway.say(then, EX01, "QUIT", "-");
    gateway.answer(then, EX01, "221 2.0.0 Service closing transmission channel");
    arrive(at, new Host(GATE01, "gate01." + DOMAIN), sender, recipient);
  }

  private static String domain(String sender) {
    return sender.isEmpty() ? DOMAIN : sender.substring(sender.indexOf('@') + 1);
  }
}
