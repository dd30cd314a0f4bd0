package postmortem.analysis;

/** The orders in which facts can be swept. Each is total. */
public enum FactOrder {
  /** By time, ledger, offset and kind. */
  TIME,
  /** All facts of one source after the other, each source's by time. */
  SOURCE,
  /** All facts of one account after the other, each account's by time. */
  ACCOUNT;

  /** Compares two rows, each {@link FactRow#WIDTH} words at its own place. */
  int compare(long[] a, int i, long[] b, int j) {
    int c = Integer.compare(group(a, i), group(b, j));
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
    return switch (this) {
      case TIME -> 0;
      case SOURCE -> FactRow.source(rows, at);
      case ACCOUNT -> FactRow.account(rows, at);
    };
  }
}
