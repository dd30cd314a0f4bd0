package postmortem.run;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.StreamInfo;
import postmortem.analysis.clock.Correction;
import postmortem.event.Times;
import postmortem.evidence.EvidenceFile;

/** What the ledger says of the clock of a file. */
final class LedgerClocks {

  private final RunSettings settings;
  private final List<Correction> corrections;

  LedgerClocks(RunSettings settings, List<Correction> corrections) {
    this.settings = settings;
    this.corrections = corrections;
  }

  /** The zone that its times were read in, at last. */
  String zone(EvidenceFile file, List<PieceResult> results, @Nullable StreamInfo stream) {
    return switch (basis(results)) {
      case FORMAT -> "UTC";
      case TOLD -> {
        ZoneId told = PathRule.last(settings.zones(), file.path());
        yield told == null ? "UTC" : told.getId();
      }
      case ASSUMED -> {
        Correction found = zoneOf(stream);
        yield found == null ? "UTC" : ClockFindings.zone(found.offset());
      }
    };
  }

  /** "format", "told", "found" (by comparing it with other logs), or "assumed". */
  String zoneBasis(List<PieceResult> results, @Nullable StreamInfo stream) {
    return switch (basis(results)) {
      case FORMAT -> "format";
      case TOLD -> "told";
      case ASSUMED -> zoneOf(stream) == null ? "assumed" : "found";
    };
  }

  private static PieceResult.Zone basis(List<PieceResult> results) {
    return results.stream()
        .map(PieceResult::zone)
        .max(Enum::compareTo)
        .orElse(PieceResult.Zone.FORMAT);
  }

  private @Nullable Correction zoneOf(@Nullable StreamInfo stream) {
    Correction c = of(stream);
    return c != null && c.kind() == Correction.Kind.ZONE ? c : null;
  }

  private @Nullable Correction of(@Nullable StreamInfo stream) {
    return corrections.stream()
        .filter(c -> stream != null && c.streams().contains(stream.id()))
        .findFirst()
        .orElse(null);
  }

  /** By how much its clock is ahead of the one that was believed; 0 where its times were right. */
  double offsetSeconds(@Nullable StreamInfo stream) {
    Correction c = of(stream);
    boolean made =
        c != null && c.kind() != Correction.Kind.REFUSED && c.kind() != Correction.Kind.AGREES;
    return c != null && made ? (double) c.offset() / Times.SECOND : 0;
  }
}
