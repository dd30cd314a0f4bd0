package postmortem.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Amount;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;

/** The ledger in {@code report.md}: what was read, and what was not and why. */
final class MarkdownLedger {

  /** Files that are named; all of them stand in report.json. */
  private static final int FILES = 100;

  private final CaseReport report;
  private final MarkdownPage page;

  MarkdownLedger(CaseReport report, MarkdownPage page) {
    this.report = report;
    this.page = page;
  }

  /** Every evidence file with what became of it. */
  void table() throws IOException {
    page.heading(2, "Evidence");
    page.paragraph(LedgerTotals.of(report.ledger()).text() + ". SHA-256 of each: report.json.");
    page.table(
        List.of("path", "format", "records", "rejected", "first to last (UTC)", "notes"),
        report.ledger(),
        FILES,
        entry ->
            List.of(
                MarkdownText.cell(entry.path()),
                format(entry),
                String.valueOf(entry.records()),
                String.valueOf(entry.rejected()),
                span(entry.first(), entry.last()),
                String.join(" ", notes(entry))));
  }

  private static String format(LedgerEntry entry) {
    String format = entry.format();
    return format == null
        ? entry.withoutFormat()
        : MarkdownText.cell(format) + " (" + MarkdownText.prose(entry.confidence()) + ")";
  }

  private static String span(@Nullable Long first, @Nullable Long last) {
    if (first == null || last == null) {
      return "";
    }
    return Wording.time(first) + " to " + Wording.time(last);
  }

  private List<String> notes(LedgerEntry entry) {
    List<String> notes = new ArrayList<>();
    Integer original = entry.duplicateOf();
    if (original != null) {
      notes.add("Held by " + MarkdownText.cell(path(original)) + " and counted there.");
    }
    if (entry.zone() != null) {
      notes.add(
          "Clock: "
              + MarkdownText.cell(entry.zone())
              + (entry.zoneBasis() == null
                  ? ""
                  : " (" + MarkdownText.prose(entry.zoneBasis()) + ")")
              + ".");
    }
    if (entry.clockOffsetSeconds() != 0) {
      notes.add("Times corrected by " + Wording.number(entry.clockOffsetSeconds()) + " s.");
    }
    if (Objects.equals(entry.yearBasis(), "inferred")) {
      notes.add("Year inferred.");
    }
    if (entry.dateOrder() != null) {
      notes.add("Dates: " + MarkdownText.prose(entry.dateOrder()) + ".");
    }
    entry.notes().forEach(note -> notes.add(MarkdownText.prose(note)));
    return notes;
  }

  private String path(int id) {
    return id >= 0 && id < report.ledger().size() ? report.ledger().get(id).path() : "ledger " + id;
  }

  /** What was not read, and the first rejected records of each file. */
  void unread() throws IOException {
    page.heading(2, "What was not read, and why");
    List<LedgerEntry> cut =
        report.ledger().stream().filter(e -> !e.unread().isEmpty() || e.rejected() > 0).toList();
    for (LedgerEntry entry : cut.subList(0, Math.min(FILES, cut.size()))) {
      page.item(MarkdownText.code(entry.path()) + ":");
      for (LedgerEntry.Unread unread : entry.unread()) {
        page.subItem(bytes(unread) + ": " + MarkdownText.prose(unread.why()));
      }
      rejections(entry);
    }
    if (cut.isEmpty()) {
      page.paragraph("Every byte was read, and every record understood.");
      return;
    }
    page.end();
    page.more(cut.size() - FILES);
  }

  private static String bytes(LedgerEntry.Unread unread) {
    if (unread.length() < 0) {
      return "from byte " + unread.offset() + " on";
    }
    return Amount.of(unread.length(), "byte") + " from byte " + unread.offset();
  }

  private void rejections(LedgerEntry entry) throws IOException {
    for (LedgerEntry.Rejection rejection : entry.rejections()) {
      page.subItem(
          "record %d at byte %d: %s: %s"
              .formatted(
                  rejection.record(),
                  rejection.offset(),
                  MarkdownText.prose(rejection.why()),
                  MarkdownText.code(rejection.excerpt(), MarkdownText.RECORD)));
    }
    long more = entry.rejected() - entry.rejections().size();
    if (more > 0) {
      page.subItem(Amount.of(more, "more rejected record"));
    }
  }

  /** When there are counts, and how many bins no log covers. */
  void series() throws IOException {
    if (report.series().isEmpty()) {
      return;
    }
    page.heading(2, "Counted over time");
    page.table(
        List.of("series", "server", "bin", "from (UTC)", "bins", "without log", "sum", "peak"),
        report.series(),
        MarkdownPage.SHOWN,
        series -> {
          List<Long> counts = series.counts().stream().filter(Objects::nonNull).toList();
          return List.of(
              MarkdownText.cell(series.name()),
              series.server().isEmpty() ? "" : MarkdownText.cell(series.server()),
              series.binSeconds() % 3600 == 0
                  ? series.binSeconds() / 3600 + " h"
                  : series.binSeconds() + " s",
              Wording.time(series.start()),
              String.valueOf(series.counts().size()),
              String.valueOf(series.counts().size() - counts.size()),
              String.valueOf(counts.stream().mapToLong(Long::longValue).sum()),
              String.valueOf(counts.stream().mapToLong(Long::longValue).max().orElse(0)));
        });
  }
}
