package postmortem.analysis.ndr;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.Telling;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/** A seeded mail server at a week's mail: what goes out, what comes back, and what goes wrong. */
final class Post {

  static final long START = Times.nanos(Instant.parse("2024-03-04T00:00:00Z"));
  static final String OURS = "example.org";

  final Telling log = new Telling();
  final Random random;

  /** Evidence of so many days, of a server whose domain is told. */
  Post(long seed, double days) {
    random = new Random(seed);
    log.covers(START, at(days));
    log.settings(
        new DetectorSettings(
            Map.of(), new TreeSet<>(List.of(OURS)), List.of(), Long.MIN_VALUE, Long.MAX_VALUE));
  }

  static long at(double days) {
    return START + (long) (days * Times.DAY);
  }

  double uniform(double from, double to) {
    return from + random.nextDouble() * (to - from);
  }

  private String remote() {
    return "70.2." + random.nextInt(200) + "." + (1 + random.nextInt(3));
  }

  private String domain() {
    return "partner" + random.nextInt(60) + ".example";
  }

  // single events

  /** Null-sender mail comes in. */
  void report(long time, String from, String to, boolean accepted) {
    log.add(
        time,
        (names, origin) ->
            new Event.Message(
                origin,
                Telling.peer(names, from, "mx", Service.SMTP),
                time,
                Slice.of(""),
                Names.ABSENT,
                null,
                1000,
                accepted ? 1 : 0,
                accepted ? 0 : 1,
                names.text(TextSpace.DOMAIN, Slice.of(to)),
                accepted ? 1 : 0,
                Names.ABSENT,
                Permission.UNKNOWN,
                accepted ? Outcome.ACCEPTED : Outcome.REJECTED));
  }

  /** A remote server answers us. */
  void delivery(
      long time,
      String server,
      String sender,
      String to,
      Outcome outcome,
      Reason reason,
      @Nullable String blocklist) {
    log.delivery(time, server, sender, to, outcome, reason, blocklist);
  }

  void delivered(long time, String sender) {
    delivery(time, remote(), sender, domain(), Outcome.ACCEPTED, Reason.NONE, null);
  }

  void refused(long time, String sender) {
    delivery(time, remote(), sender, domain(), Outcome.REJECTED, Reason.UNKNOWN_RECIPIENT, null);
  }

  // weather

  /** A day's mail: by hour of the day, some of it refused, some reports, some of them ours. */
  Post weather(double days) {
    for (double t = 0; t < days; t += 1 / 24.0) {
      double busy = Math.abs(t % 1 - 0.55) < 0.2 ? 1 : 0.15;
      for (int i = 0; i < 40 * busy; i++) {
        long time = at(Math.min(days, t + uniform(0, 1 / 24.0)));
        if (random.nextDouble() < 0.02) {
          refused(time, "user@" + OURS);
        } else {
          delivered(time, "user@" + OURS);
        }
      }
      for (int i = random.nextInt(5); i > 0; i--) {
        report(at(Math.min(days, t + uniform(0, 1 / 24.0))), remote(), OURS, true);
      }
    }
    fullMailbox(Math.min(2.4, days * 0.4));
    return this;
  }

  /** A report of ours for each message, all of them welcome. */
  private void fullMailbox(double start) {
    for (int i = 0; i < 28; i++) {
      delivery(
          at(start + uniform(0, 0.2)), remote(), "", domain(), Outcome.ACCEPTED, Reason.NONE, null);
    }
  }

  /** Mail to many, who asked for it; so many of them in a hundred are gone. */
  void newsletter(double start, int recipients, int gone) {
    for (int i = 0; i < recipients; i += 50) {
      long time = at(start) + i * Times.SECOND / 3;
      log.message(time, "10.1.2.3", null, "news@" + OURS, domain(), 50);
      for (int k = 0; k < 50; k++) {
        long answer = time + (long) (uniform(1, 900) * Times.SECOND);
        if (random.nextInt(100) < gone) {
          refused(answer, "news@" + OURS);
          report(answer + Times.MINUTE, remote(), OURS, true);
        } else {
          delivered(answer, "news@" + OURS);
        }
      }
    }
  }

  // what goes wrong

  /** Spam through us: the many are dead, and we report it to its senders. */
  void spam(double start, double hours, int recipients, String sender, int dead) {
    boolean ours = sender.endsWith(OURS);
    for (int i = 0; i < recipients; i++) {
      long time = at(start) + (long) (hours * Times.HOUR * i / recipients);
      if (i % 25 == 0) {
        log.message(time, "88.1.2.3", "stolen", sender, domain(), 25);
      }
      if (random.nextInt(100) >= dead) {
        delivered(time, sender);
      } else if (ours) {
        refused(time, sender);
        report(time + 30 * Times.SECOND, remote(), OURS, true);
      } else {
        refused(time, sender);
        delivery(time + Times.SECOND, remote(), "", domain(), Outcome.ACCEPTED, Reason.NONE, null);
      }
    }
  }

  /** Spam in our name, of which only the submissions and the reports of others are in the log. */
  void spamWithoutDeliveries(double start, int messages, int dead) {
    for (int i = 0; i < messages; i++) {
      long time = at(start) + i * Times.MINUTE / 2;
      log.message(time, "88.1.2.3", "stolen", "stolen@" + OURS, domain(), 40);
      for (int k = 0; k < 40; k++) {
        if (random.nextInt(100) < dead) {
          report(time + (long) (uniform(0.1, 10) * Times.MINUTE), remote(), OURS, true);
        }
      }
    }
  }

  /** Reports about mail that somebody else sent as us. */
  void joeJob(double start, double hours, int reports) {
    for (int i = 0; i < reports; i++) {
      long time = at(start) + (long) (hours * Times.HOUR * i / reports);
      report(time, remote(), OURS, random.nextInt(10) < 6);
    }
  }

  /** Reports of ours to senders who never wrote. */
  void reflects(double start, double hours, int reports) {
    for (int i = 0; i < reports; i++) {
      long time = at(start) + (long) (hours * Times.HOUR * i / reports);
      Outcome outcome =
          random.nextInt(10) < 6
              ? Outcome.ACCEPTED
              : random.nextBoolean() ? Outcome.REJECTED : Outcome.UNAVAILABLE;
      delivery(time, remote(), "", domain(), outcome, Reason.NONE, null);
    }
  }

  /** Refusals that name a list; the text is empty for one that names none. */
  void listed(double start, double hours, int refusals, String list, int servers) {
    for (int i = 0; i < refusals; i++) {
      long time = at(start) + (long) (hours * Times.HOUR * i / refusals);
      delivery(
          time,
          "70.3.1." + (1 + i % servers),
          "user@" + OURS,
          domain(),
          i % 3 == 0 ? Outcome.UNAVAILABLE : Outcome.REJECTED,
          Reason.REPUTATION,
          list.isEmpty() ? null : list);
    }
  }

  /** One destination refuses all of our mail to it. */
  void outage(double start, double hours, int refusals) {
    for (int i = 0; i < refusals; i++) {
      long time = at(start) + (long) (hours * Times.HOUR * i / refusals);
      delivery(
          time, "70.4.1.1", "user@" + OURS, "down.example", Outcome.REJECTED, Reason.OTHER, null);
    }
  }
}
