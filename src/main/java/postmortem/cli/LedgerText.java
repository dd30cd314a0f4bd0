package postmortem.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;
import postmortem.evidence.LedgerEntry;
import postmortem.report.TerminalText;

/** Prints ledger entries for a person: a few lines for each. */
final class LedgerText {

  private static final int LONGEST = 1000;
  private static final int FEW = 3;

  private final PrintWriter out;

  LedgerText(PrintWriter out) {
    this.out = out;
  }

  void print(LedgerEntry entry, List<LedgerEntry> ledger) {
    out.println(safe(entry.path()));
    out.println("  " + recognition(entry) + size(entry));
    Integer original = entry.duplicateOf();
    if (original != null) {
      out.println(
          "  duplicate: all of it stands in "
              + safe(ledger.get(original).path())
              + " too; not read again");
      return;
    }
    if (entry.records() > 0) {
      out.println("  " + records(entry) + span(entry.first(), entry.last()) + zone(entry));
    }
    if (!entry.shows().isEmpty()) {
      out.println("  shows: " + String.join(", ", entry.shows()));
    }
    entry.unread().forEach(u -> out.println("  unread: " + safe(u.why()) + where(u)));
    entry.rejections().stream()
        .limit(FEW)
        .forEach(
            r ->
                out.println(
                    "  rejected: record "
                        + r.record()
                        + " at byte "
                        + r.offset()
                        + ": "
                        + r.why()));
    entry.notes().forEach(note -> out.println("  note: " + safe(note)));
  }

  private static String recognition(LedgerEntry entry) {
    if (entry.format() == null) {
      return entry.withoutFormat();
    }
    return entry.format()
        + " ("
        + entry.confidence()
        + ")"
        + (entry.stream() == null ? "" : ", stream " + safe(entry.stream()));
  }

  private static String size(LedgerEntry entry) {
    String bytes =
        entry.size() < 0
            ? ", size not known"
            : String.format(Locale.ROOT, ", %,d bytes", entry.size());
    return bytes + (entry.encoding() == null ? "" : ", " + entry.encoding());
  }

  private static String records(LedgerEntry entry) {
    return String.format(
        Locale.ROOT,
        "%,d records: %,d events, %,d parts, %,d ignored, %,d rejected",
        entry.records(),
        entry.events(),
        entry.parts(),
        entry.ignored(),
        entry.rejected());
  }

  private static String span(@Nullable Long first, @Nullable Long last) {
    return first == null || last == null
        ? ""
        : "; " + Times.instant(first) + " to " + Times.instant(last);
  }

  private static String zone(LedgerEntry entry) {
    return entry.zone() == null ? "" : ", zone " + entry.zone() + " (" + entry.zoneBasis() + ")";
  }

  private static String where(LedgerEntry.Unread u) {
    return u.offset() > 0 ? " (from byte " + u.offset() + ")" : "";
  }

  private static String safe(String text) {
    return TerminalText.of(text, LONGEST);
  }
}
