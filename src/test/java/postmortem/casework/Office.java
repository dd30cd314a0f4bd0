package postmortem.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What goes on every day: mail, a few bounces, a mistyped password, the bots of the internet. */
final class Office {

  static final List<String> USERS =
      List.of("a.lorenz", "b.ritter", "c.sommer", "d.pohl", "m.brandt", "s.keller", "t.vogel");
  private static final List<String> TLDS = List.of("alpha", "bravo", "delta", "foxtrot", "kilo");
  private static final String UNKNOWN = "550 5.1.1 User unknown";
  private static final int PARTNERS = 60;

  private final Site site;
  private final List<Site.Host> partners = new ArrayList<>();
  private final List<Site.Host> phones = new ArrayList<>();

  Office(Site site) {
    this.site = site;
    for (int i = 0; i < PARTNERS; i++) {
      partners.add(
          new Site.Host((241 + i % 9) + "." + (3 + 4 * i) + ".7." + (5 + i), "mx." + partner(i)));
    }
    for (int i = 0; i < USERS.size(); i++) {
      phones.add(
          new Site.Host("251." + (20 + 9 * i) + ".90." + (40 + i), "[192.168.1." + (30 + i) + "]"));
    }
  }

  private static String partner(int i) {
    return String.format(
        Locale.ROOT, "%s%d.example", TLDS.get(i % TLDS.size()), 10 + i / TLDS.size());
  }

  /** One of the servers that bring mail on any day. */
  Site.Host anyPartner() {
    return partners.get(site.random.nextInt(PARTNERS));
  }

  private String anyUser() {
    return USERS.get(site.random.nextInt(USERS.size())) + "@" + Site.DOMAIN;
  }

  private Instant in(Instant day, int fromHour, int toHour) {
    int seconds = site.random.nextInt((toHour - fromHour) * 3600);
    return day.plus(fromHour, ChronoUnit.HOURS).plusMillis(seconds * 1000L + 137);
  }

  /**
   * @param day its beginning, UTC
   * @param share of the mail of a working day, in percent
   */
  void day(Instant day, int share) {
    for (int i = 0; i < 70 * share / 100; i++) {
      Site.Host from = anyPartner();
      Instant at = i % 4 == 0 ? in(day, 0, 24) : in(day, 6, 18);
      site.arrive(at, from, "office@" + from.name().substring(3), anyUser());
    }
    for (int i = 0; i < 30 * share / 100; i++) {
      Site.Host from = anyPartner();
      String sender = "sales@" + from.name().substring(3);
      site.arriveByGateway(in(day, 1, 23), from, sender, anyUser());
    }
    for (int i = 0; i < 45 * share / 100; i++) {
      write(in(day, 7, 17), anyUser());
    }
    for (int i = 0; i < 14 * share / 100; i++) {
      roam(in(day, 6, 21), site.random.nextInt(USERS.size()));
    }
    weather(day);
  }

  /** Somebody in the house writes to a partner. */
  private void write(Instant at, String sender) {
    Site.Host to = anyPartner();
    String recipient = "office@" + to.name().substring(3);
    site.deliver(at, to, sender, List.of(new Site.Verdict(recipient, "250 2.1.5 Ok")));
  }

  /** A telephone sends mail, now and then after a wrong password. */
  private void roam(Instant at, int user) {
    if (site.random.nextInt(20) == 0) {
      ProtocolLog.Session s = site.connect(at.minusSeconds(40), phones.get(user), 587);
      site.reject(s);
      site.quit(s);
    }
    Site.Host to = anyPartner();
    String recipient = "info@" + to.name().substring(3);
    site.submit(at, phones.get(user), USERS.get(user), recipient);
    String sender = USERS.get(user) + "@" + Site.DOMAIN;
    List<Site.Verdict> taken = List.of(new Site.Verdict(recipient, "250 2.1.5 Ok"));
    site.deliver(at.plusSeconds(2), to, sender, taken);
  }

  /** A bounce or two, a typing error, two bots, somebody who looks for an open relay. */
  private void weather(Instant day) {
    Site.Host to = anyPartner();
    String gone = "former@" + to.name().substring(3);
    site.deliver(in(day, 8, 16), to, anyUser(), List.of(new Site.Verdict(gone, UNKNOWN)));
    site.arrive(in(day, 8, 20), anyPartner(), "", anyUser());
    Site.Host from = anyPartner();
    String typing = "a.lorentz@" + Site.DOMAIN;
    site.refuse(in(day, 8, 16), from, "office@" + from.name().substring(3), typing, UNKNOWN);
    for (int i = 0; i < 2; i++) {
      Site.Host bot =
          new Site.Host("252.12.2" + i + "." + (1 + site.random.nextInt(250)), "ylmf-pc");
      ProtocolLog.Session s = site.connect(in(day, 0, 24), bot, 25);
      site.reject(s);
      s.pause(300).row("-", "", "Remote");
    }
    Site.Host prober = new Site.Host("252.77.230." + (1 + site.random.nextInt(250)), "localhost");
    String relayed = "550 5.7.1 Unable to relay";
    site.refuse(in(day, 0, 24), prober, "test@probe.example", "box@freemail9.example", relayed);
  }
}
