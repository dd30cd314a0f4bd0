package postmortem.analysis.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Telling;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Times;

/** A seeded mail server: its users, its weather, and those who attack it. */
final class Server {

  static final long START = Times.nanos(Instant.parse("2024-03-04T00:00:00Z"));
  static final long WEEK = 7 * Times.DAY;

  private static final String[] NAMES = {
    "admin", "backup", "test", "info", "sales", "webmaster", "postmaster", "root", "user", "office"
  };

  final Random random;
  final Telling log = new Telling();
  private final boolean named;
  final List<String> users = new ArrayList<>();

  /**
   * A week of evidence.
   *
   * @param named does the log name the accounts of failures?
   */
  Server(long seed, boolean named) {
    this.random = new Random(seed);
    this.named = named;
    log.covers(START, START + WEEK);
    for (int i = 0; i < 60; i++) {
      users.add("user" + i);
    }
  }

  Server(long seed) {
    this(seed, true);
  }

  static long at(double days) {
    return START + (long) (days * Times.DAY);
  }

  static long minutes(double n) {
    return (long) (n * Times.MINUTE);
  }

  String address() {
    return (11 + random.nextInt(80))
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + (1 + random.nextInt(254));
  }

  List<String> addresses(int n) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(address());
    }
    return all;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  void fails(long time, String source, @Nullable String account) {
    log.rejected(time, source, named ? account : null);
  }

  void succeeds(long time, String source, String account) {
    log.accepted(time, source, account);
  }

  double uniform(double from, double to) {
    return from + random.nextDouble() * (to - from);
  }

  private double exponential(double mean) {
    return -Math.log(1 - random.nextDouble()) * mean;
  }

  // weather

  /** Everything benign at once. */
  Server weather() {
    roamingUsers(8);
    for (int i = 0; i < 3; i++) {
      changedPassword();
    }
    copier();
    sharedAddress();
    helpDesk();
    expired();
    noise(12);
    return this;
  }

  void roamingUsers(int count) {
    for (int u = 0; u < count; u++) {
      List<String> known = addresses(3);
      for (double t = 0; t < 7; t += exponential(0.3)) {
        long time = at(t);
        String from = one(known);
        while (random.nextDouble() < 0.05) {
          fails(time, from, users.get(u));
          time += minutes(0.2);
        }
        succeeds(time, from, users.get(u));
      }
    }
  }

  /** A telephone keeps the old password for an hour. */
  void changedPassword() {
    String user = users.get(10 + random.nextInt(20));
    String from = address();
    double start = uniform(0.3, 6);
    int before = random.nextInt(6);
    for (int i = 0; i < before; i++) {
      succeeds(at(Math.max(0, start - uniform(0.02, 1.2))), from, user);
    }
    double every = 2 + random.nextInt(4);
    int n = 8 + random.nextInt(13);
    long time = at(start);
    for (int i = 0; i < n; i++) {
      fails(time + minutes(every * i + uniform(0, 0.5)), from, user);
    }
    succeeds(time + minutes(every * n + uniform(1, 30)), from, user);
  }

  void copier() {
    for (double t = 0; t < WEEK / (double) Times.MINUTE; t += 15 + uniform(-0.07, 0.1)) {
      fails(START + minutes(t), "10.1.2.3", "scanner");
    }
  }

  void sharedAddress() {
    String hotel = address();
    for (int u = 40; u < 46; u++) {
      for (int i = 0; i < 4; i++) {
        long time = at(2 + uniform(0.3, 0.8));
        while (random.nextDouble() < 0.15) {
          fails(time, hotel, users.get(u));
          time += minutes(0.2);
        }
        succeeds(time, hotel, users.get(u));
      }
    }
  }

  void helpDesk() {
    String from = address();
    long time = at(1.35);
    for (int i = 0; i < 5; i++) {
      for (int k = 0; k <= random.nextInt(3); k++) {
        fails(time + minutes(0.15 * k), from, users.get(50));
      }
      time += minutes(uniform(0.7, 3.3));
    }
    succeeds(time + minutes(uniform(6, 25)), from, users.get(50));
  }

  /** A password expires, until it is changed. */
  void expired() {
    String from = address();
    long time = at(3.4);
    succeeds(time - minutes(600), from, users.get(55));
    for (int i = 0; i < 9; i++) {
      log.attempt(time, from, users.get(55), Outcome.REJECTED, Reason.RIGHT_PASSWORD_REFUSED, "pc");
      time += minutes(uniform(3, 9));
    }
    succeeds(time, from, users.get(55));
  }

  /** A guess or two, now and then, from anybody. */
  void noise(double perDay) {
    for (double t = exponential(1 / perDay); t < 7; t += exponential(1 / perDay)) {
      String from = address();
      String name = NAMES[random.nextInt(NAMES.length)];
      fails(at(t), from, name);
      if (random.nextBoolean()) {
        fails(at(t) + minutes(0.1), from, name);
      }
    }
  }

  // attacks; each returns its sources

  List<String> bruteForce(double start, int attempts, double perMinute, String account, int from) {
    List<String> sources = addresses(from);
    long time = at(start);
    for (int i = 0; i < attempts; i++) {
      fails(time, one(sources), account);
      time += minutes(uniform(0.5, 1.5) / perMinute);
    }
    return sources;
  }

  /** Rounds over the first accounts; in the last one the first {@code hits} fall. */
  List<String> spray(
      double start, int rounds, double pauseMinutes, int accounts, int from, int hits) {
    List<String> sources = addresses(from);
    for (int r = 0; r < rounds; r++) {
      long time = at(start) + minutes(pauseMinutes * r);
      for (int a = 0; a < accounts; a++) {
        if (a < hits && r == rounds - 1) {
          succeeds(time, one(sources), users.get(a));
        } else {
          fails(time, one(sources), users.get(a));
        }
        time += minutes(uniform(0.025, 0.07));
      }
    }
    return sources;
  }

  List<String> botnet(double start, double hours, int bots, int each, String account) {
    List<String> sources = addresses(bots);
    for (String bot : sources) {
      for (int i = 0; i < each; i++) {
        fails(at(start) + minutes(uniform(0, hours * 60)), bot, account);
      }
    }
    return sources;
  }

  List<String> slow(double start, double days, double perHour, List<String> accounts) {
    List<String> source = addresses(1);
    for (double t = start; t < start + days; t += exponential(1 / perHour / 24)) {
      fails(at(t), source.get(0), one(accounts));
    }
    return source;
  }
}
