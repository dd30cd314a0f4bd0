package postmortem.analysis.relay;

import org.jspecify.annotations.Nullable;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Times;

/** Those who send in bulk, wanted or not, and what the world answers to each message. */
final class BulkSenders extends Senders {

  BulkSenders(long seed) {
    super(seed);
  }

  @Override
  BulkSenders weather(int messages) {
    super.weather(messages);
    return this;
  }

  /** A remote server takes what we have for it, or does not. */
  void delivery(long time, String sender, boolean taken, boolean listed) {
    Outcome outcome = taken ? Outcome.ACCEPTED : Outcome.REJECTED;
    Reason no = listed ? Reason.REPUTATION : Reason.UNKNOWN_RECIPIENT;
    Reason reason = taken ? Reason.NONE : no;
    log.delivery(time, "70.1.1.1", sender, domain(), outcome, reason, null);
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
}
