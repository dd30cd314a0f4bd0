package postmortem.analysis;

import postmortem.event.Names;

/** The orders in which facts can be swept. Each is total. */
public enum FactOrder {
  /** By time, ledger, offset and kind. */
  TIME,
  /** All facts of one source after the other, each source's by time. */
  SOURCE,
  /**
   * All facts of one account after the other, each account's by time. Messages of no account are
   * left out: in most logs that is all mail, and it says nothing about an account.
   */
  ACCOUNT;

  /** Is the row left out of the order? */
  boolean omits(long[] rows, int at) {
    return this == ACCOUNT
        && FactRow.account(rows, at) == Names.ABSENT
        && FactRow.kind(rows, at) == FactKind.MESSAGE.ordinal();
  }

  /** Compares two rows, each {@link FactRow#WIDTH} words at its own place. */
  int compare(long[] a, int i, long[] b, int j) {
    int c = this == TIME ? 0 : Integer.compare(group(a, i), group(b, j));
    if (c == 0) {
      c = Long.compare(a[i], b[j]);
    }
    if (c == 0) {
      c = Long.compareUnsigned(a[i + 1], b[j + 1]);
    }
    return c != 0 ? c : Integer.compare(FactRow.kind(a, i), FactRow.kind(b, j));
  }

  /** What is looked at before the time; not negative. */
  int group(long[] rows, int at) {
    if (this == TIME) { // no switch: this is asked once or twice for each fact
      return 0;
    }
    return this == SOURCE ? FactRow.source(rows, at) : FactRow.account(rows, at);
  }
}
