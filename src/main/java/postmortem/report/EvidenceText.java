package postmortem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Amount;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;

/** The words that tell of the evidence: what was read, and what was not and why. */
final class EvidenceText {

  static final String ALL_READ = "Every byte was read, and every record understood.";

  private final CaseReport report;

  EvidenceText(CaseReport report) {
    this.report = report;
  }

  String totals() {
    return LedgerTotals.of(report.ledger()).text() + ". SHA-256 of each: report.json.";
  }

  /** Every evidence file with what became of it. */
  Table<LedgerEntry> files() {
    return new Table<>(
        List.of("path", "format", "records", "rejected", "first to last (UTC)", "notes"),
        report.ledger(),
        entry ->
            List.of(
                Phrase.name(entry.path()),
                format(entry),
                Phrase.number(entry.records()),
                Phrase.number(entry.rejected()),
                Phrase.of(span(entry.first(), entry.last())),
                Phrase.join(" ", notes(entry))));
  }

  private static Phrase format(LedgerEntry entry) {
    String format = entry.format();
    return format == null
        ? Phrase.of(entry.withoutFormat())
        : Phrase.name(format).and(" (").and(prose(entry.confidence())).and(")");
  }

  private static Phrase prose(String text) {
    return Phrase.prose(text, AccountNames.NONE);
  }

  private static String span(@Nullable Long first, @Nullable Long last) {
    if (first == null || last == null) {
      return "";
    }
    return Wording.time(first) + " to " + Wording.time(last);
  }

  private List<Phrase> notes(LedgerEntry entry) {
    List<Phrase> notes = new ArrayList<>();
    Integer original = entry.duplicateOf();
    if (original != null) {
      notes.add(Phrase.of("Held by ").andName(path(original)).and(" and counted there."));
    }
    if (entry.zone() != null) {
      Phrase clock = Phrase.of("Clock: ").andName(entry.zone());
      if (entry.zoneBasis() != null) {
        clock.and(" (").and(prose(entry.zoneBasis())).and(")");
      }
      notes.add(clock.and("."));
    }
    if (entry.clockOffsetSeconds() != 0) {
      notes.add(
          Phrase.of("Times corrected by " + Wording.number(entry.clockOffsetSeconds()) + " s."));
    }
    if (Objects.equals(entry.yearBasis(), "inferred")) {
      notes.add(Phrase.of("Year inferred."));
    }
    if (entry.dateOrder() != null) {
      notes.add(Phrase.of("Dates: ").and(prose(entry.dateOrder())).and("."));
    }
    entry.notes().forEach(note -> notes.add(prose(note)));
    return notes;
  }

  private String path(int id) {
    return id >= 0 && id < report.ledger().size() ? report.ledger().get(id).path() : "ledger " + id;
  }

  /** The files of which something was not read. */
  List<LedgerEntry> cut() {
    return report.ledger().stream().filter(e -> !e.unread().isEmpty() || e.rejected() > 0).toList();
  }

  /** What was not read of a file, and its first rejected records. */
  static List<Phrase> unread(LedgerEntry entry) {
    List<Phrase> lines = new ArrayList<>();
    for (LedgerEntry.Unread unread : entry.unread()) {
      lines.add(Phrase.of(bytes(unread) + ": ").and(prose(unread.why())));
    }
    for (LedgerEntry.Rejection rejection : entry.rejections()) {
      lines.add(
          Phrase.of("record %d at byte %d: ".formatted(rejection.record(), rejection.offset()))
              .and(prose(rejection.why()))
              .and(": ")
              .andRecord(rejection.excerpt()));
    }
    long more = entry.rejected() - entry.rejections().size();
    if (more > 0) {
      lines.add(Phrase.of(Amount.of(more, "more rejected record")));
    }
    return lines;
  }

  private static String bytes(LedgerEntry.Unread unread) {
    if (unread.length() < 0) {
      return "from byte " + unread.offset() + " on";
    }
    return Amount.of(unread.length(), "byte") + " from byte " + unread.offset();
  }

  /** When there are counts, and how many bins no log covers. */
  Table<CaseReport.Series> series() {
    return new Table<>(
        List.of("series", "server", "bin", "from (UTC)", "bins", "without log", "sum", "peak"),
        report.series(),
        EvidenceText::series);
  }

  private static List<Phrase> series(CaseReport.Series series) {
    List<Long> counts = series.counts().stream().filter(Objects::nonNull).toList();
    return List.of(
        Phrase.name(series.name()),
        series.server().isEmpty() ? Phrase.of("") : Phrase.name(series.server()),
        Phrase.of(
            series.binSeconds() % 3600 == 0
                ? series.binSeconds() / 3600 + " h"
                : series.binSeconds() + " s"),
        Phrase.of(Wording.time(series.start())),
        Phrase.number(series.counts().size()),
        Phrase.number(series.counts().size() - counts.size()),
        Phrase.number(counts.stream().mapToLong(Long::longValue).sum()),
        Phrase.number(counts.stream().mapToLong(Long::longValue).max().orElse(0)));
  }
}
