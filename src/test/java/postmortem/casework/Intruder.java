package postmortem.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What is to be found: passwords are guessed, one fits, spam goes out, and the world answers. */
final class Intruder {

  static final String ACCOUNT = "m.brandt";
  static final String ADDRESS = "203.0.113.66";
  static final String SECOND_ADDRESS = "198.51.100.201";
  static final Instant GUESSING = Instant.parse("2010-11-17T22:40:11.300Z");
  static final int GUESSES = 412;
  static final int MESSAGES = 110;
  static final Instant SPAM = Instant.parse("2010-11-18T03:05:00.500Z");

  private static final int RECIPIENTS = 12;
  private static final int BOUNCES = 84;
  private static final Site.Host GUESSER = new Site.Host(ADDRESS, "WIN-7F2K9QD1");
  private static final Site.Host SENDER = new Site.Host(SECOND_ADDRESS, "WIN-7F2K9QD1");
  private static final String MAILBOX = ACCOUNT + "@" + Site.DOMAIN;

  private final Site site;
  private final Office office;
  private Instant success = GUESSING;

  Intruder(Site site, Office office) {
    this.site = site;
    this.office = office;
  }

  /** When the right password was found. */
  Instant success() {
    return success;
  }

  /** Three guesses in a session, a session after the other; the last guess is right. */
  void guess() {
    Instant at = GUESSING;
    int left = GUESSES;
    while (left > 0) {
      ProtocolLog.Session s = site.connect(at, GUESSER, 587);
      for (int i = 0; i < 3 && left > 0; i++) {
        site.reject(s);
        left--;
      }
      s.pause(200).row("-", "", "Remote");
      at = s.now().plusMillis(900L + site.random.nextInt(2500));
    }
    ProtocolLog.Session s = site.connect(at, GUESSER, 587);
    site.accept(s, ACCOUNT);
    success = s.now();
    site.transaction(s, MAILBOX, List.of("drop7731@freemail3.example"));
    site.quit(s);
    deliver(s.now().plusSeconds(2), 3, List.of("drop7731@freemail3.example"), 0);
  }

  /** Under the name of the account, for Exchange lets no user send as somebody else. */
  void spam() {
    Instant at = SPAM;
    for (int i = 0; i < MESSAGES; i++) {
      int domain = i / 3;
      List<String> recipients = new ArrayList<>();
      for (int r = 0; r < RECIPIENTS; r++) {
        int number = 100 + site.random.nextInt(900);
        recipients.add("box" + number + "." + r + "@" + freemail(domain + r / 6));
      }
      ProtocolLog.Session s = site.connect(at, i % 5 < 3 ? GUESSER : SENDER, 587);
      site.accept(s, ACCOUNT);
      site.transaction(s, MAILBOX, recipients);
      site.quit(s);
      deliver(s.now().plusSeconds(1), domain, recipients.subList(0, 6), i);
      deliver(s.now().plusSeconds(3), domain + 1, recipients.subList(6, RECIPIENTS), i);
      at = at.plusMillis(50_000L + site.random.nextInt(50_000));
    }
  }

  private static String freemail(int domain) {
    return "freemail" + domain + ".example";
  }

  private static Site.Host server(int domain) {
    return new Site.Host("253." + (60 + domain) + ".1.25", "mx." + freemail(domain));
  }

  /** The first servers take what is for known mailboxes; later ones know our address already. */
  private void deliver(Instant at, int domain, List<String> recipients, int message) {
    List<Site.Verdict> verdicts = new ArrayList<>();
    for (String recipient : recipients) {
      boolean unknown = site.random.nextInt(6) == 0;
      boolean listed = message > 70 && domain % 2 == 0;
      verdicts.add(new Site.Verdict(recipient, reply(recipient, unknown, listed)));
    }
    site.deliver(at, server(domain), MAILBOX, verdicts);
  }

  private static String reply(String recipient, boolean unknown, boolean listed) {
    if (listed) {
      return "550 5.7.1 Service unavailable; Client host ["
          + Site.PUBLIC
          + "] blocked using zen.spamhaus.org; http://www.spamhaus.org/query/bl?ip="
          + Site.PUBLIC;
    }
    return unknown ? "550 5.1.1 <" + recipient + ">: User unknown" : "250 2.1.5 Ok";
  }

  /** Reports about what was accepted at first, most of them in the next hours. */
  void fallout() {
    for (int i = 0; i < BOUNCES; i++) {
      double decay = -Math.log(1 - site.random.nextInt(1000) / 1000.0);
      Instant at = SPAM.plus(20, ChronoUnit.MINUTES).plusSeconds((long) (decay * 9000));
      Site.Host from = server(site.random.nextInt(38));
      if (i % 4 == 0) {
        site.arriveByGateway(at, from, "", MAILBOX);
      } else {
        site.arrive(at, from, "", MAILBOX);
      }
    }
    Instant morning = SPAM.plus(4, ChronoUnit.HOURS);
    for (int i = 0; i < 14; i++) {
      Site.Host to = office.anyPartner();
      String recipient = "office@" + to.name().substring(3);
      String sender = Office.USERS.get(i % Office.USERS.size()) + "@" + Site.DOMAIN;
      Site.Verdict refused = new Site.Verdict(recipient, reply(recipient, false, true));
      site.deliver(morning.plus(17L * i, ChronoUnit.MINUTES), to, sender, List.of(refused));
    }
  }
}
