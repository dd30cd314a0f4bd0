package postmortem.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
      Whole whole = Whole.of(Gathered.of(read, settings, spill), settings, spill);
      return report(read, whole, settings, version);
    }
  }

  private static CaseReport report(
      Reading.Result read, Whole whole, RunSettings settings, String version) throws IOException {
    List<LedgerEntry> ledger = new LedgerWriter(read, settings, whole.corrections()).entries();
    return new CaseBuilder(whole, settings, version)
        .report(ledger, findings(whole), new RecordTexts(read.tree())::read);
  }

  /**
   * Judges again what was gathered before; evidence is read for the texts of single records only.
   *
   * @param gathered as {@link #ingest} wrote it
   * @param before the report that was made then
   * @param evidence where the evidence is now; none where it is not there any more
   * @param settings that evidence is read by as it was then
   * @throws IOException as {@link #inspect}, or where the bytes were not gathered by this program
   */
  public static CaseReport judge(
      InputStream gathered, CaseReport before, List<Path> evidence, RunSettings settings)
      throws IOException {
    try (TempSpill spill = new TempSpill()) {
      Gathered again = GatheredCodec.read(gathered, spill, settings.factBytes());
      Whole whole = Whole.of(again, settings, spill);
      return new CaseBuilder(whole, settings, before.version())
          .report(
              before.ledger(), findings(whole), new KeptTexts(before, evidence, settings)::read);
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
      Whole whole = Whole.of(Gathered.of(read, settings, spill), settings, spill);
      for (Finding found : findings(whole)) {
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
      Whole whole = Whole.of(Gathered.of(read, settings, spill), settings, spill);
      List<LedgerEntry> ledger = new LedgerWriter(read, settings, whole.corrections()).entries();
      EventRows.forEach(read, whole, settings, to);
      return ledger;
    }
  }

  /**
   * Reads and judges all evidence, and hands over its events as rows, in the order of time.
   *
   * @param version of the tool, for the report
   * @param kept takes what was gathered, for {@link #judge}, before the first row; stays open; null
   *     where nobody will judge it again
   * @param to takes one row after the other
   * @throws IOException as {@link #inspect}
   */
  public static CaseReport ingest(
      List<Path> arguments,
      RunSettings settings,
      String version,
      Progress progress,
      @Nullable OutputStream kept,
      Consumer<FlatRow> to)
      throws IOException {
    try (TempSpill spill = new TempSpill()) {
      Reading reading = new Reading(settings, BuiltIns.parsers(), progress, spill, ROW_BYTES);
      Reading.Result read = reading.read(arguments);
      Gathered gathered = Gathered.of(read, settings, spill);
      if (kept != null) {
        GatheredCodec.write(gathered, kept);
      }
      Whole whole = Whole.of(gathered, settings, spill);
      CaseReport report = report(read, whole, settings, version);
      EventRows.forEach(read, whole, settings, to);
      return report;
    }
  }

  /** What a report says of its settings; nothing that leaves the result as it is. */
  public static SortedMap<String, Object> settingsUsed(RunSettings settings) {
    return CaseBuilder.settingsUsed(settings);
  }

  static List<Finding> findings(Whole whole) throws IOException {
    Context context = whole.context();
    FactStore facts = whole.facts();
    List<Finding> found = new ArrayList<>(Sweeps.run(BuiltIns.detectors(), context, facts));
    found.addAll(ReadTwice.findings(whole.dropped(), context));
    found.addAll(ClockFindings.of(whole.corrections(), context));
    List<Finding> all =
        Exhibits.count(Deductions.deduce(found, context, facts::forEach), facts, context);
    DetectorSettings settings = context.settings();
    List<Finding> wanted = new ArrayList<>(all);
    wanted.removeIf(f -> f.end() < settings.from() || f.start() > settings.to());
    return wanted;
  }
}
