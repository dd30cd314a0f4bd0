package postmortem.run;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;

/** Says that records stand in several files of the evidence, and how many were dropped for it. */
final class ReadTwice {

  private ReadTwice() {}

  /** One finding for all of them; the ledger says which files. */
  static List<Finding> findings(Reading.Result read, Context context) {
    FindingBuilder builder = context.finding(FindingType.OVERLAP);
    List<PieceResult.Dropped> dropped =
        read.results().values().stream()
            .flatMap(List::stream)
            .flatMap(result -> Stream.of(result.dropped(), result.repeated()))
            .filter(Objects::nonNull)
            .toList();
    if (dropped.isEmpty()) {
      return List.of();
    }
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
