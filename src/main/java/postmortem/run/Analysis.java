package postmortem.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import postmortem.analysis.Context;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.FactStore;
import postmortem.analysis.Finding;
import postmortem.analysis.Sweeps;
import postmortem.event.flat.FlatRow;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;
import postmortem.incident.Deductions;

/** The main job: from paths of evidence to all that a report says. */
public final class Analysis {

  private static final long ROW_BYTES = 32L << 20;

  private Analysis() {}

  /**
   * Reads all evidence, and says what became of each file.
   *
   * @throws IOException when the temporary folder cannot be used; nothing that is wrong with
   *     evidence is thrown
   * @throws UnmatchedRuleException when something was said about files that are not there
   */
  public static List<LedgerEntry> inspect(
      List<Path> arguments, RunSettings settings, Progress progress) throws IOException {
    try (TempSpill spill = new TempSpill()) {
      Reading.Result read =
          new Reading(settings, BuiltIns.parsers(), progress, spill).read(arguments);
      return new LedgerWriter(read, settings, List.of()).entries();
    }
  }

  /**
   * Reads and judges all evidence.
   *
   * @param version of the tool, for the report
   * @throws IOException as {@link #inspect}
   */
  public static CaseReport analyze(
      List<Path> arguments, RunSettings settings, String version, Progress progress)
      throws IOException {
    try (TempSpill spill = new TempSpill()) {
      Reading.Result read =
          new Reading(settings, BuiltIns.parsers(), progress, spill).read(arguments);
      Whole whole = Whole.of(read, settings, spill);
      List<LedgerEntry> ledger = new LedgerWriter(read, settings, whole.corrections()).entries();
      List<Finding> findings = findings(read, whole);
      return new CaseBuilder(read, whole, settings, version).report(ledger, findings);
    }
  }

  /**
   * Reads all evidence again, to show the records of one finding.
   *
   * @param checked is shown the ledger before anything else; what it throws ends all
   * @param shown is shown each record, in the order of time
   * @return false where there is no such finding
   * @throws IOException as {@link #inspect}
   */
  public static boolean show(
      List<Path> arguments,
      RunSettings settings,
      String finding,
      Progress progress,
      Consumer<List<LedgerEntry>> checked,
      Consumer<ShownRecord> shown)
      throws IOException {
    try (TempSpill spill = new TempSpill()) {
      Reading.Result read =
          new Reading(settings, BuiltIns.parsers(), progress, spill).read(arguments);
      checked.accept(new LedgerWriter(read, settings, List.of()).entries());
      Whole whole = Whole.of(read, settings, spill);
      for (Finding found : findings(read, whole)) {
        if (found.id().equals(finding)) {
          Showing.show(read, whole, found, shown);
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Reads all evidence, and hands over its events as rows, in the order of time.
   *
   * @param to takes one row after the other
   * @return the ledger
   * @throws IOException as {@link #inspect}
   */
  public static List<LedgerEntry> events(
      List<Path> arguments, RunSettings settings, Progress progress, Consumer<FlatRow> to)
      throws IOException {
    try (TempSpill spill = new TempSpill()) {
      Reading reading = new Reading(settings, BuiltIns.parsers(), progress, spill, ROW_BYTES);
      Reading.Result read = reading.read(arguments);
      Whole whole = Whole.of(read, settings, spill);
      List<LedgerEntry> ledger = new LedgerWriter(read, settings, whole.corrections()).entries();
      EventRows.forEach(read, whole, settings, to);
      return ledger;
    }
  }

  /**
   * Reads and judges all evidence, and hands over its events as rows, in the order of time.
   *
   * @param version of the tool, for the report
   * @param to takes one row after the other
   * @throws IOException as {@link #inspect}
   */
  public static CaseReport ingest(
      List<Path> arguments,
      RunSettings settings,
      String version,
      Progress progress,
      Consumer<FlatRow> to)
      throws IOException {
    try (TempSpill spill = new TempSpill()) {
      Reading reading = new Reading(settings, BuiltIns.parsers(), progress, spill, ROW_BYTES);
      Reading.Result read = reading.read(arguments);
      Whole whole = Whole.of(read, settings, spill);
      List<LedgerEntry> ledger = new LedgerWriter(read, settings, whole.corrections()).entries();
      List<Finding> findings = findings(read, whole);
      CaseReport report = new CaseBuilder(read, whole, settings, version).report(ledger, findings);
      EventRows.forEach(read, whole, settings, to);
      return report;
    }
  }

  /** What a report says of its settings; nothing that leaves the result as it is. */
  public static SortedMap<String, Object> settingsUsed(RunSettings settings) {
    return CaseBuilder.settingsUsed(settings);
  }

  static List<Finding> findings(Reading.Result read, Whole whole) throws IOException {
    Context context = whole.context();
    FactStore facts = whole.facts();
    List<Finding> found = new ArrayList<>(Sweeps.run(BuiltIns.detectors(), context, facts));
    found.addAll(ReadTwice.findings(read, context));
    found.addAll(ClockFindings.of(whole.corrections(), context));
    List<Finding> all =
        Exhibits.count(Deductions.deduce(found, context, facts::forEach), facts, context);
    DetectorSettings settings = context.settings();
    List<Finding> wanted = new ArrayList<>(all);
    wanted.removeIf(f -> f.end() < settings.from() || f.start() > settings.to());
    return wanted;
  }
}
