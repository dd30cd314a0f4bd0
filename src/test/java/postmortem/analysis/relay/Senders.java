package postmortem.analysis.relay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.Telling;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/** A seeded week of those who send through a server: its users, the world, and who abuses it. */
final class Senders {

  static final long START = Times.nanos(Instant.parse("2024-03-04T00:00:00Z"));
  static final String OURS = "example.org";

  final Telling log = new Telling();
  private final Random random;

  Senders(long seed) {
    random = new Random(seed);
    log.covers(START, START + 7 * Times.DAY);
    log.settings(
        new DetectorSettings(
            Map.of(), new TreeSet<>(List.of(OURS)), List.of(), Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static long at(double days) {
    return START + (long) (days * Times.DAY);
  }

  private String stranger() {
    return "70.2." + random.nextInt(200) + "." + (1 + random.nextInt(200));
  }

  private String domain() {
    return "domain" + random.nextInt(400) + ".example";
  }

  private void refused(long time, String source, String domain, Reason reason) {
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

  /** The world writes to us, and our users write to the world. */
  Senders weather(int messages) {
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
