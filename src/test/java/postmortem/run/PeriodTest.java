package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.event.Times;

/** A period limits what is told, and not what is known. */
class PeriodTest {

  private static final Path CASE = Path.of("testdata/case/relayed-2010/evidence");

  private static List<Finding> findings(String from, String to) throws IOException {
    RunSettings s = RunSettings.STANDARD;
    DetectorSettings period =
        new DetectorSettings(
            Map.of(),
            new TreeSet<>(),
            List.of(),
            Times.nanos(Instant.parse(from)),
            Times.nanos(Instant.parse(to)));
    RunSettings settings =
        new RunSettings(
            s.zones(),
            s.years(),
            s.dateOrders(),
            s.parsers(),
            false,
            s.threads(),
            s.pieceBytes(),
            s.factBytes(),
            s.limits(),
            period);
    return Analysis.analyze(List.of(CASE), settings, "test", Progress.NONE).findings();
  }

  private static Finding only(List<Finding> findings, FindingType type) {
    List<Finding> found = findings.stream().filter(f -> f.type() == type).toList();
    assertEquals(1, found.size(), type.id());
    return found.get(0);
  }

  @Test
  void whatLiesBeforeItStillExplainsWhatLiesInIt() throws IOException {
    List<Finding> all = findings("2010-11-01T00:00:00Z", "2010-12-01T00:00:00Z");
    List<Finding> fallout = findings("2010-11-18T06:00:00Z", "2010-12-01T00:00:00Z");

    assertTrue(fallout.size() < all.size());
    assertFalse(fallout.stream().anyMatch(f -> f.type() == FindingType.AUTHENTICATED_SPAM));
    Finding spike = only(fallout, FindingType.NDR_SPIKE);
    assertEquals(only(all, FindingType.NDR_SPIKE), spike);
    assertTrue(spike.title().contains("m.brandt"), spike.title());
  }
}
