package postmortem.run;

import java.io.IOException;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactStore;
import postmortem.analysis.Finding;
import postmortem.analysis.Sweeps;

/** Shows all facts to all detectors, as often as they ask, see {@link Sweeps}. */
final class Sweeper {

  private Sweeper() {}

  static List<Finding> sweep(List<Detector> detectors, FactStore facts, Context context)
      throws IOException {
    return Sweeps.run(detectors, context, facts);
  }
}
