package postmortem.analysis.relay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.Finding;
import postmortem.analysis.Telling;
import postmortem.event.Address;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Times;

/** A seeded week of those who send through a server: its users, the world, and who abuses it. */
class Senders {

  static final long START = Times.nanos(Instant.parse("2024-03-04T00:00:00Z")); // a Monday
  static final String OURS = "example.org";

  final Telling log = new Telling();
  final Random random;

  Senders(long seed) {
    random = new Random(seed);
    log.covers(START, START + 7 * Times.DAY);
    log.settings(
        new DetectorSettings(
            Map.of(), new TreeSet<>(List.of(OURS)), List.of(), Long.MIN_VALUE, Long.MAX_VALUE));
  }

  static long at(double days) {
    return START + (long) (days * Times.DAY);
  }

  String stranger() {
    return "70.2." + random.nextInt(200) + "." + (1 + random.nextInt(200));
  }

  String domain() {
    return "domain" + random.nextInt(400) + ".example";
  }

  /**
   * What a detector finds, a line each: type, severity, sources, accounts, first and last record,
   * and how many records. An account or a source that there is not is a hyphen.
   */
  List<String> find(Detector detector) {
    return log.findings(detector).stream().map(Senders::line).toList();
  }

  private static String line(Finding f) {
    String sources = String.join(",", f.sources().stream().map(Address::toString).toList());
    String accounts = String.join(",", f.accounts());
    return "%s %s %s %s %s/%s %d"
        .formatted(
            f.type().id(),
            f.severity(),
            sources.isEmpty() ? "-" : sources,
            accounts.isEmpty() ? "-" : accounts,
            Times.instant(f.start()),
            Times.instant(f.end()),
            f.count());
  }

  /** Such a line of one finding. */
  static String line(String what, String who, long start, long end, int count) {
    return "%s %s %s/%s %d".formatted(what, who, Times.instant(start), Times.instant(end), count);
  }

  void refused(long time, String source, String domain, Reason reason) {
    log.recipient(time, source, domain, Outcome.REJECTED, reason);
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

  /**
   * Messages to the world at a steady pace.
   *
   * @param account null where nobody authenticated, or the log does not say
   * @param sender the domain of all; null for another one each time
   * @param recipients of each
   */
  void bulk(
      long start,
      long every,
      int messages,
      String source,
      @Nullable String account,
      @Nullable String sender,
      int recipients) {
    for (int i = 0; i < messages; i++) {
      String from = "x@" + (sender == null ? domain() : sender);
      log.message(start + i * every, source, account, from, domain(), recipients);
    }
  }

  /** Likewise, without AUTH, in a log that would show it. */
  void anonymous(long start, int messages, String source, String sender, int recipients) {
    for (int i = 0; i < messages; i++) {
      long time = start + i * Times.SECOND;
      String from = "x@" + sender;
      log.message(time, source, null, Permission.ANONYMOUS, from, domain(), recipients);
    }
  }

  /** The world refuses messages of a sender. */
  void bounced(long start, int messages, String sender, Reason reason) {
    for (int i = 0; i < messages; i++) {
      String to = domain();
      String from = "x@" + sender;
      long time = start + i * Times.SECOND;
      log.delivery(time, "60.1.1.1", from, to, Outcome.REJECTED, reason, null);
    }
  }

  /** Bulk with forged senders, as an account. */
  void stolen(double start, int messages) {
    bulk(at(start), Times.SECOND, messages, "88.1.2.3", "user7", null, 25);
  }

  /** Likewise, from a machine of ours without an account. */
  void infected(double start, int messages) {
    bulk(at(start), Times.SECOND, messages, "10.9.9.9", null, null, 25);
  }

  /** Likewise, by strangers, of whom one only asks first. */
  void open(double start, int messages) {
    bulk(at(start) - Times.HOUR / 2, 1, 1, "89.1.1.1", null, null, 1);
    for (int i = 0; i < messages; i++) {
      String source = "89.1.2." + (1 + i % 4);
      bulk(at(start) + i * Times.SECOND, 1, 1, source, null, null, 25);
    }
  }

  /** One asks for name after name. */
  void harvests(double start, int names) {
    unknown(at(start), Times.SECOND / 2, names, "90.1.1.1");
  }

  /** A source asks for names that nobody has, at a steady pace. */
  void unknown(long start, long every, int names, String source) {
    for (int i = 0; i < names; i++) {
      refused(start + i * every, source, OURS, Reason.UNKNOWN_RECIPIENT);
    }
  }

  /** One asks again and again whether we relay. */
  void probes(double start, int tries) {
    denied(at(start), 5 * Times.SECOND, tries, "91.1.1.1");
  }

  /** A source is refused to relay, at a steady pace. */
  void denied(long start, long every, int tries, String source) {
    for (int i = 0; i < tries; i++) {
      refused(start + i * every, source, domain(), Reason.RELAY_DENIED);
    }
  }
}
