package postmortem.run;

import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;

/** Says that records stand in several files of the evidence, and how many were dropped for it. */
final class ReadTwice {

  private ReadTwice() {}

  /** One finding for all of them; the ledger says which files. */
  static List<Finding> findings(List<PieceResult.Dropped> dropped, Context context) {
    if (dropped.isEmpty()) {
      return List.of();
    }
    FindingBuilder builder = context.finding(FindingType.OVERLAP);
    dropped.forEach(d -> builder.period(d.first(), d.last()));
    long records = dropped.stream().mapToLong(PieceResult.Dropped::records).sum();
    return List.of(
        builder
            .confidence(0.95)
            .title(
                "%d records stand twice in the evidence, and were counted once".formatted(records))
            .metric("droppedRecords", records)
            .build());
  }
}
