package postmortem.analysis;

import java.util.Comparator;
import java.util.Random;
import postmortem.event.Address;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.TextSpace;

/** Facts by chance, and how they are ordered by a plain reading of the orders. */
final class RandomFacts {

  private RandomFacts() {}

  /**
   * A fact of a few sources and accounts.
   *
   * @param number of its record: no two facts may share one
   * @param spread so many different times there are, more or less
   */
  static Fact fact(Random random, int number, int spread) {
    FactKind[] kinds = FactKind.values();
    return new Fact(
        random.nextInt(spread) * (random.nextInt(20) == 0 ? 1L << 40 : 1_000_000_000L),
        kinds[random.nextInt(4)],
        2 + random.nextInt(5),
        random.nextInt(3) * 2,
        0,
        0,
        0,
        0,
        0,
        1 + random.nextInt(9),
        1,
        Outcome.REJECTED,
        Reason.DENIED,
        Permission.UNKNOWN,
        Service.SMTP,
        random.nextInt(2),
        1 + random.nextInt(3),
        number + 1L,
        number * 80L,
        80);
  }

  private static final Comparator<Fact> IN_TIME =
      Comparator.comparingLong(Fact::time)
          .thenComparingInt(Fact::ledger)
          .thenComparingLong(Fact::offset)
          .thenComparing(Fact::kind);

  /** Does a store hand out the fact in an order? */
  static boolean isIn(FactOrder order, Fact fact) {
    return order != FactOrder.ACCOUNT
        || fact.kind() != FactKind.MESSAGE
        || fact.account() != Names.ABSENT;
  }

  /** An order by looking at the facts, and not at their rows. */
  static Comparator<Fact> comparator(FactOrder order) {
    return switch (order) {
      case TIME -> IN_TIME;
      case SOURCE -> Comparator.comparingInt(Fact::source).thenComparing(IN_TIME);
      case ACCOUNT -> Comparator.comparingInt(Fact::account).thenComparing(IN_TIME);
    };
  }

  /** Names in which each id that a fact may have is its own. */
  static Names names() {
    Names names = new Names();
    for (int i = 2; i < 10; i++) {
      names.text(TextSpace.ACCOUNT, Slice.of("account" + i));
      names.address(Address.parse("192.0.2." + i));
    }
    return names;
  }
}
