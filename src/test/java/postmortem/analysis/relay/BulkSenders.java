package postmortem.analysis.relay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.Telling;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/** A seeded week of those who send in bulk, wanted or not, and what the world answers. */
final class BulkSenders {

  static final long START = Times.nanos(Instant.parse("2024-03-04T00:00:00Z"));
  static final String OURS = "example.org";

  final Telling log = new Telling();
  private final Random random;

  BulkSenders(long seed) {
    random = new Random(seed);
    log.covers(START, START + 7 * Times.DAY);
    log.settings(
        new DetectorSettings(
            Map.of(), new TreeSet<>(List.of(OURS)), List.of(), Long.MIN_VALUE, Long.MAX_VALUE));
  }

  static long at(double days) {
    return START + (long) (days * Times.DAY);
  }

  private String stranger() {
    return "70.2." + random.nextInt(200) + "." + (1 + random.nextInt(200));
  }

  String domain() {
    return "domain" + random.nextInt(400) + ".example";
  }

  void refused(long time, String source, String domain, Reason reason) {
    log.add(
        time,
        (names, origin) ->
            new Event.Recipient(
                origin,
                Telling.peer(names, source, "pc", Service.SMTP),
                Names.ABSENT,
                null,
                names.text(TextSpace.DOMAIN, Slice.of(domain)),
                550,
                Outcome.REJECTED,
                reason,
                false));
  }

  /** A remote server takes what we have for it, or does not. */
  void delivery(long time, String sender, boolean taken, boolean listed) {
    Reason no = listed ? Reason.REPUTATION : Reason.UNKNOWN_RECIPIENT;
    log.add(
        time,
        (names, origin) -> {
          Peer in = Telling.peer(names, "70.1.1.1", "", Service.SMTP);
          return new Event.Delivery(
              origin,
              new Peer(in.address(), in.network(), 0, 0, 0, Direction.OUT, in.service(), 0),
              time,
              Slice.of(sender),
              Slice.of("somebody@" + domain()),
              names.text(TextSpace.DOMAIN, Slice.of(domain())),
              0,
              null,
              taken ? Outcome.ACCEPTED : Outcome.REJECTED,
              taken ? Reason.NONE : no,
              Names.ABSENT);
        });
  }

  /**
   * Bulk, one message after the other, from so many addresses in turn.
   *
   * @param first the first of the addresses
   * @param account null where no log names one
   * @param forged every how many messages are of foreign senders; 0 for none
   * @param dead so many of a hundred recipients are
   */
  void bulk(
      double start,
      String first,
      int sources,
      @Nullable String account,
      int messages,
      int recipients,
      double perMinute,
      int forged,
      int dead) {
    for (int i = 0; i < messages; i++) {
      long time = at(start) + (long) (i / perMinute * Times.MINUTE);
      String sender = forged > 0 && i % forged == 0 ? "x@" + domain() : "user7@" + OURS;
      String source = first + (1 + i % sources);
      log.message(time, source, account, sender, domain(), recipients);
      for (int k = 0; k < recipients; k++) {
        boolean taken = random.nextInt(100) >= dead;
        delivery(time + (k + 1) * Times.SECOND, sender, taken, false);
      }
    }
  }

  /**
   * A post to a list on a machine of ours, to its living members and its dead ones.
   *
   * @param sender of all messages
   */
  void post(double start, String source, String sender, int members, int dead) {
    for (int i = 0; i < members; i += 50) {
      int some = Math.min(50, members - i);
      log.message(at(start) + i * Times.SECOND / 5, source, null, sender, domain(), some);
    }
    for (int i = 0; i < members; i++) {
      delivery(at(start) + i * Times.SECOND, sender, i >= dead, false);
    }
  }

  /** The world writes to us, and our users write to the world. */
  BulkSenders weather(int messages) {
    for (int i = 0; i < messages; i++) {
      long time = at(7.0 * i / messages);
      log.message(time, stranger(), null, "a@" + domain(), OURS, 1 + random.nextInt(2));
      if (i % 3 == 0) {
        int user = random.nextInt(200);
        log.message(time, "10.1.1." + user, "user" + user, "u@" + OURS, domain(), 1);
      }
      if (i % 40 == 0) {
        refused(time, stranger(), OURS, Reason.UNKNOWN_RECIPIENT);
      }
    }
    return this;
  }

  /** Bulk with forged senders, as an account. */
  void stolen(double start, int messages) {
    for (int i = 0; i < messages; i++) {
      log.message(at(start) + i * Times.SECOND, "88.1.2.3", "user7", "x@" + domain(), domain(), 25);
    }
  }

  /** Likewise, from a machine of ours without an account. */
  void infected(double start, int messages) {
    for (int i = 0; i < messages; i++) {
      log.message(at(start) + i * Times.SECOND, "10.9.9.9", null, "x@" + domain(), domain(), 25);
    }
  }

  /** Likewise, by strangers, of whom one only asks first. */
  void open(double start, int messages) {
    log.message(at(start) - Times.HOUR / 2, "89.1.1.1", null, "x@" + domain(), domain(), 1);
    for (int i = 0; i < messages; i++) {
      String source = "89.1.2." + (1 + i % 4);
      log.message(at(start) + i * Times.SECOND, source, null, "x@" + domain(), domain(), 25);
    }
  }

  /** One asks for name after name. */
  void harvests(double start, int names) {
    for (int i = 0; i < names; i++) {
      refused(at(start) + i * Times.SECOND / 2, "90.1.1.1", OURS, Reason.UNKNOWN_RECIPIENT);
    }
  }

  /** One asks again and again whether we relay. */
  void probes(double start, int tries) {
    for (int i = 0; i < tries; i++) {
      refused(at(start) + i * 5 * Times.SECOND, "91.1.1.1", domain(), Reason.RELAY_DENIED);
    }
  }
}
