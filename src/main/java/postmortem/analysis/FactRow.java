package postmortem.analysis;

import java.util.Set;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.TextSpace;

/**
 * A fact as eight words, for sorting and spilling.
 *
 * <p>0: time; 1: ledger (24 bits), offset (40); 2: record (36), length (20), kind (8); 3: source,
 * account; 4: outcome (4), reason (6), permission (3), service (4), inDomain (15), count (32); 5:
 * domain, other domain; 6: sender's domain, HELO name; 7: stream, label.
 */
final class FactRow {

  /** Words of a row. */
  static final int WIDTH = 8;

  /** Bytes of a row. */
  static final int BYTES = WIDTH * Long.BYTES;

  private static final FactKind[] KINDS = FactKind.values();
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Reason[] REASONS = Reason.values();
  private static final Permission[] PERMISSIONS = Permission.values();
  private static final Service[] SERVICES = Service.values();
  private static final long LOW = 0xffff_ffffL;

  private FactRow() {}

  static void write(Fact f, long[] rows, int at) {
    rows[at] = f.time();
    rows[at + 1] = (long) f.ledger() << 40 | f.offset() & (1L << 40) - 1;
    rows[at + 2] =
        (f.record() & (1L << 36) - 1) << 28
            | (long) Math.min(f.length(), (1 << 20) - 1) << 8
            | f.kind().ordinal();
    rows[at + 3] = pair(f.source(), f.account());
    int head =
        f.outcome().ordinal() << 28
            | f.reason().ordinal() << 22
            | f.permission().ordinal() << 19
            | f.service().ordinal() << 15
            | Math.min(f.inDomain(), (1 << 15) - 1);
    rows[at + 4] = pair(head, f.count());
    rows[at + 5] = pair(f.domain(), f.otherDomain());
    rows[at + 6] = pair(f.senderDomain(), f.helo());
    rows[at + 7] = pair(f.stream(), f.label());
  }

  static Fact read(long[] rows, int at) {
    int head = high(rows[at + 4]);
    return new Fact(
        rows[at],
        KINDS[kind(rows, at)],
        high(rows[at + 3]),
        low(rows[at + 3]),
        high(rows[at + 5]),
        low(rows[at + 5]),
        high(rows[at + 6]),
        low(rows[at + 6]),
        low(rows[at + 7]),
        low(rows[at + 4]),
        head & (1 << 15) - 1,
        OUTCOMES[head >>> 28],
        REASONS[head >>> 22 & 63],
        PERMISSIONS[head >>> 19 & 7],
        SERVICES[head >>> 15 & 15],
        high(rows[at + 7]),
        (int) (rows[at + 1] >>> 40),
        rows[at + 2] >>> 28,
        rows[at + 1] & (1L << 40) - 1,
        (int) (rows[at + 2] >>> 8) & (1 << 20) - 1);
  }

  /** Puts the ids of one worker's row into those of the whole; its account's stays raw. */
  static void rename(long[] rows, int at, Names.Renaming ids) {
    rows[at + 3] =
        pair(ids.address(high(rows[at + 3])), ids.text(TextSpace.ACCOUNT, low(rows[at + 3])));
    rows[at + 5] =
        pair(
            ids.text(TextSpace.DOMAIN, high(rows[at + 5])),
            ids.text(TextSpace.DOMAIN, low(rows[at + 5])));
    rows[at + 6] =
        pair(
            ids.text(TextSpace.SENDER, high(rows[at + 6])),
            ids.text(TextSpace.HELO, low(rows[at + 6])));
    rows[at + 7] = pair(high(rows[at + 7]), ids.text(TextSpace.LABEL, low(rows[at + 7])));
  }

  /** Puts the account under the one name that it has in all logs. */
  static void canonize(long[] rows, int at, Accounts accounts) {
    rows[at + 3] = pair(high(rows[at + 3]), accounts.canonical(low(rows[at + 3])));
  }

  /** Kinds as one word, for asking each row. */
  static long mask(Set<FactKind> kinds) {
    long mask = 0;
    for (FactKind kind : kinds) {
      mask |= 1L << kind.ordinal();
    }
    return mask;
  }

  /** Is the row of one of the kinds? */
  static boolean isOf(long mask, long[] rows, int at) {
    return (mask >>> kind(rows, at) & 1) != 0;
  }

  static int source(long[] rows, int at) {
    return high(rows[at + 3]);
  }

  static int account(long[] rows, int at) {
    return low(rows[at + 3]);
  }

  /** The ordinal of its kind. */
  static int kind(long[] rows, int at) {
    return (int) rows[at + 2] & 0xff;
  }

  private static long pair(int high, int low) {
    return (long) high << 32 | low & LOW;
  }

  private static int high(long word) {
    return (int) (word >>> 32);
  }

  private static int low(long word) {
    return (int) word;
  }
}
