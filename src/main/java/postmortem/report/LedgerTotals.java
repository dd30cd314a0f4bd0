package postmortem.report;

import java.util.List;
import postmortem.analysis.Amount;
import postmortem.evidence.LedgerEntry;

/**
 * The sums of a ledger.
 *
 * @param files that were found
 * @param duplicates files that another one holds
 * @param unknown files that are no known log
 * @param incomplete files of a known format with bytes that were not read
 * @param records of all files
 * @param rejected records that could not be read
 */
record LedgerTotals(
    long files, long duplicates, long unknown, long incomplete, long records, long rejected) {

  static LedgerTotals of(List<LedgerEntry> ledger) {
    return new LedgerTotals(
        ledger.size(),
        ledger.stream().filter(e -> e.duplicateOf() != null).count(),
        ledger.stream().filter(e -> e.duplicateOf() == null && e.isNoKnownLog()).count(),
        ledger.stream().filter(LedgerEntry::isCut).count(),
        ledger.stream().mapToLong(LedgerEntry::records).sum(),
        ledger.stream().mapToLong(LedgerEntry::rejected).sum());
  }

  /** The sums that are not zero, as a phrase. */
  String text() {
    StringBuilder out = new StringBuilder(Amount.of(files, "file"));
    if (duplicates > 0) {
      out.append(", ").append(duplicates).append(" of them held by others");
    }
    if (unknown > 0) {
      out.append(", ").append(unknown).append(" not a known log");
    }
    if (incomplete > 0) {
      out.append(", ").append(incomplete).append(" not read to the end");
    }
    return out.append("; ")
        .append(Amount.of(records, "record"))
        .append(", ")
        .append(rejected)
        .append(" rejected")
        .toString();
  }
}
