package postmortem.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.FactStore;
import postmortem.analysis.Finding;
import postmortem.analysis.Sweeps;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;
import postmortem.incident.Deductions;

/** The main job: from paths of evidence to all that a report says. */
public final class Analysis {

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
      return new LedgerWriter(
              new Reading(settings, BuiltIns.parsers(), progress, spill).read(arguments), settings)
          .entries();
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
      List<LedgerEntry> ledger = new LedgerWriter(read, settings).entries();
      Whole whole = Whole.of(read, settings, spill);
      List<Finding> findings = findings(read, whole.context(), whole.facts());
      return new CaseBuilder(read, whole, settings, version).report(ledger, findings);
    }
  }

  private static List<Finding> findings(Reading.Result read, Context context, FactStore facts)
      throws IOException {
    List<Finding> found = new ArrayList<>(Sweeps.run(BuiltIns.detectors(), context, facts));
    found.addAll(ReadTwice.findings(read, context));
    List<Finding> all =
        Exhibits.count(Deductions.deduce(found, context, facts::forEach), facts, context);
    DetectorSettings settings = context.settings();
    List<Finding> wanted = new ArrayList<>(all);
    wanted.removeIf(f -> f.end() < settings.from() || f.start() > settings.to());
    return wanted;
  }
}
