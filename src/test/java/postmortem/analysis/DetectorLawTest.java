package postmortem.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The law of all detectors: the same evidence gives the same findings, however it was cut, in
 * whatever order it came, and whoever read it. Extend it for each detector.
 */
public abstract class DetectorLawTest {

  /** The detector; a fresh one each time. */
  protected abstract Detector detector();

  /** Evidence in which the detector finds something, with facts enough to be spilled (513+). */
  protected abstract Telling evidence();

  @Test
  void findsSomethingInTheEvidenceOfTheLaw() {
    assertFalse(evidence().findings(detector()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 16777216",
    "2, 2, 16777216",
    "3, 3, 1",
    "7, 4, 1",
    "1, 5, 1",
    "64, 6, 1",
    "2, 7, 40000",
  })
  void anySplitGivesTheSameFindings(int workers, long seed, int maxBytes) {
    List<Finding> plain = evidence().findings(detector());

    List<Finding> split =
        evidence().findings(List.of(detector()), new Telling.Split(workers, seed, maxBytes));

    assertEquals(plain, split);
  }

  @Test
  void oneDetectorServesManyRuns() {
    Detector one = detector();

    List<Finding> first = evidence().findings(one);

    assertEquals(first, evidence().findings(one));
  }

  @Test
  void everyFindingIsSound() {
    Set<String> ids = new HashSet<>();
    for (Finding f : evidence().findings(detector())) {
      assertTrue(ids.add(f.id()), () -> "two findings have the id " + f.id());
      assertTrue(f.start() <= f.end(), f.id());
      assertTrue(f.confidence() > 0 && f.confidence() <= 1, f.id());
      assertNotEquals("", f.title(), f.id());
      assertTrue(f.count() > 0, f.id());
      assertFalse(f.samples().isEmpty(), f.id());
      assertTrue(f.samples().size() <= f.count(), f.id());
      assertTrue(f.selector().from() <= f.start() && f.end() <= f.selector().to(), f.id());
    }
  }

  @Test
  void nothingIsFoundWhereNothingWasRead() {
    assertEquals(List.of(), new Telling().covers(0, 1).findings(detector()));
  }
}
