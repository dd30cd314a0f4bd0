package postmortem.analysis.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static postmortem.analysis.relay.Senders.OURS;
import static postmortem.analysis.relay.Senders.at;
import static postmortem.analysis.relay.Senders.line;
import static postmortem.event.Times.HOUR;
import static postmortem.event.Times.MINUTE;
import static postmortem.event.Times.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.Telling;
import postmortem.event.Reason;

class HarvestDetectorTest extends DetectorLawTest {

  private static final String HARVEST = "harvest.directory MEDIUM";
  private static final String SOURCE = "90.1.1.1";

  private final Senders senders = new Senders(51);

  @Override
  protected Detector detector() {
    return new HarvestDetector();
  }

  @Override
  protected Telling evidence() {
    Senders week = new Senders(50).weather(1_500);
    week.harvests(5, 300);
    return week.log;
  }

  private void assertFinds(String... lines) {
    assertEquals(List.of(lines), senders.find(detector()));
  }

  /** Mail for recipients of ours, one to a message. */
  private void taken(long start, long every, int messages, String source) {
    for (int i = 0; i < messages; i++) {
      senders.log.message(start + i * every, source, null, "a@fabrikam.example", OURS, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void weatherIsNoHarvest(long seed) {
    assertEquals(List.of(), new Senders(seed).weather(3_000).find(detector()));
  }

  @ParameterizedTest
  @CsvSource({
    "less than the limit of an hour, 29, 1, 0",
    "the limit of an hour, 30, 1, 1",
    "the same but slowly, 30, 180, 0",
    "less than the limit of a day, 89, 900, 0",
    "the limit of a day, 90, 900, 1",
  })
  void manyNamesInAnHourOrADayAreGuessed(String what, int names, int seconds, int findings) {
    senders.weather(500);
    senders.unknown(at(2), seconds * SECOND, names, SOURCE);
    String told =
        line(HARVEST, SOURCE + " -", at(2), at(2) + (names - 1) * seconds * SECOND, names);

    assertEquals(findings == 0 ? List.of() : List.of(told), senders.find(detector()), what);
  }

  @Test
  void itIsToldHowManyNamesWereKnown() {
    senders.unknown(at(2), SECOND, 90, SOURCE);
    taken(at(2) + HOUR, SECOND, 10, SOURCE);

    Finding f = senders.log.findings(detector()).get(0);

    assertEquals(90L, f.metrics().get("unknownRecipients"));
    assertEquals(10L, f.metrics().get("knownRecipients"));
    assertEquals(0.9, f.metrics().get("share"));
  }

  @Test
  void eachSourceIsOfItsOwnAndALongPauseMakesTwo() {
    senders.unknown(at(2), SECOND, 40, SOURCE);
    senders.unknown(at(2) + 1, SECOND, 30, "90.1.1.2");
    senders.unknown(at(3), SECOND, 50, SOURCE);

    assertFinds(
        line(HARVEST, SOURCE + " -", at(2), at(2) + 39 * SECOND, 40),
        line(HARVEST, "90.1.1.2 -", at(2) + 1, at(2) + 1 + 29 * SECOND, 30),
        line(HARVEST, SOURCE + " -", at(3), at(3) + 49 * SECOND, 50));
  }

  @ParameterizedTest
  @CsvSource({"1000, 0", "40, 0", "39, 1"})
  void aServerThatKnowsMostOfItsNamesDoesNotGuess(int known, int findings) {
    taken(at(2), SECOND, known, SOURCE);
    senders.unknown(at(2), SECOND, 40, SOURCE);
    assertEquals(findings, senders.find(detector()).size());
  }

  @Test
  void norDoesOneThatWasRefusedANameLongBefore() {
    senders.unknown(at(2), SECOND, 1, SOURCE);
    taken(at(2) + MINUTE, MINUTE, 600, SOURCE);
    senders.unknown(at(2) + 11 * HOUR, SECOND, 40, SOURCE);
    assertFinds();
  }

  @ParameterizedTest
  @CsvSource({"40, 0", "39, 1"})
  void whoMostlyAsksToRelayDoesNotGuess(int denied, int findings) {
    senders.denied(at(2), SECOND, denied, SOURCE);
    senders.unknown(at(2), SECOND, 40, SOURCE);
    assertEquals(findings, senders.find(detector()).size());
  }

  @Test
  void aReplyThatDoesNotSayWhyIsJudgedByTheDomain() {
    for (int i = 0; i < 40; i++) {
      senders.refused(at(2) + i * SECOND, SOURCE, OURS, Reason.OTHER);
      senders.refused(at(4) + i * SECOND, "90.1.1.2", senders.domain(), Reason.OTHER);
    }
    assertFinds(line(HARVEST, SOURCE + " -", at(2), at(2) + 39 * SECOND, 40));
  }

  @Test
  void ourOwnMachinesDoNotGuess() {
    senders.unknown(at(2), SECOND, 400, "10.1.1.1");
    assertFinds();
  }
}
