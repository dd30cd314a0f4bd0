package postmortem.cli;

import java.util.List;
import postmortem.evidence.LedgerEntry;

/** What the process exits with (design.md, 2). */
final class ExitStatus {

  static final int DONE = 0;
  static final int COULD_NOT = 1;
  static final int USAGE = 2;
  static final int INCOMPLETE = 3;
  static final int FAIL_ON = 4;

  private ExitStatus() {}

  /** INCOMPLETE where the evidence was not read as it should be, else DONE. */
  static int of(List<LedgerEntry> ledger, boolean strict) {
    for (LedgerEntry entry : ledger) {
      if (isIncomplete(entry) || strict && isImperfect(entry)) {
        return INCOMPLETE;
      }
    }
    return DONE;
  }

  /**
   * A recognised file that was not read to its end, or with too many rejections; or no file at all.
   */
  private static boolean isIncomplete(LedgerEntry entry) {
    return entry.isCut() || entry.rejected() * 1000 > entry.records();
  }

  private static boolean isImperfect(LedgerEntry entry) {
    return entry.rejected() > 0 || entry.format() == null && entry.size() != 0;
  }
}
