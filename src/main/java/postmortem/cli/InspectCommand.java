package postmortem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import postmortem.evidence.LedgerEntry;
import postmortem.run.Analysis;
import postmortem.run.Progress;

/** The ledger alone. */
@Command(
    name = "inspect",
    description = "Says what each file is, how much of it can be read, and what it can show.")
final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ReadingOptions reading;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = ProgressLine.on(err, !reading.noProgress());
    List<LedgerEntry> ledger = Analysis.inspect(reading.paths(), reading.runSettings(), progress);
    ProgressLine.clear(err, progress);
    PrintWriter out = spec.commandLine().getOut();
    LedgerText text = new LedgerText(out);
    ledger.forEach(entry -> text.print(entry, ledger));
    out.flush();
    return ExitStatus.of(ledger, reading.strict());
  }
}
