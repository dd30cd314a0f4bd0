package postmortem.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Provenance;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;

/** Which connections and reports are facts, and what these say. */
final class FactsTest {

  private static final long NOON = 12 * Times.HOUR;
  private static final int PORT = 40_000;
  private static final Origin ROW =
      new Origin(
          new Provenance(3, 5, TimePrecision.SECOND, TimeBasis.AS_LOGGED),
          NOON,
          new byte[20],
          0,
          20,
          7,
          600);

  @Test
  void anOpeningIsAtItsTimeAndOfUnknownLength() {
    Fact fact = fact(of(connection(Direction.IN, Service.SMTP, false, -1)));
    assertEquals(FactKind.CONNECTION, fact.kind());
    assertEquals(NOON, fact.time());
    assertEquals(-1, fact.count());
    assertEquals(PORT & 0x7fff, fact.inDomain());
    assertEquals(11, fact.source());
    assertEquals(Outcome.ACCEPTED, fact.outcome());
  }

  @Test
  void anEndIsPutAtTheOpening() {
    Fact fact = fact(of(connection(Direction.IN, Service.POP, true, 4016 * 1_000_000L)));
    assertEquals(NOON - 4016 * 1_000_000L, fact.time());
    assertEquals(4016, fact.count());
    assertEquals(7, fact.record());
  }

  @Test
  void aVeryLongOneIsCapped() {
    Fact fact = fact(of(connection(Direction.IN, Service.IMAP, true, 30 * Times.DAY)));
    assertEquals(Integer.MAX_VALUE, fact.count());
    assertEquals(NOON - 30 * Times.DAY, fact.time());
  }

  @Test
  void anEndWithoutALengthDoesNotTellTheOpening() {
    assertNull(of(connection(Direction.IN, Service.SMTP, true, -1)));
  }

  @Test
  void aRefusedOneIsRejected() {
    Fact fact = fact(of(connection(Direction.IN, Service.SUBMISSION, false, -1, Outcome.REJECTED)));
    assertEquals(Outcome.REJECTED, fact.outcome());
  }

  @ParameterizedTest
  @EnumSource(names = "IN", mode = EnumSource.Mode.EXCLUDE)
  void onlyOnesFromOutside(Direction direction) {
    assertNull(of(connection(direction, Service.SMTP, false, -1)));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SMTP", "SUBMISSION", "POP", "IMAP"},
      mode = EnumSource.Mode.EXCLUDE)
  void onlyOnesToAMailService(Service service) {
    assertNull(of(connection(Direction.IN, service, false, -1)));
  }

  @Test
  void aReportIsOneThatWasSent() {
    Names names = new Names();
    Slice sender = Slice.of("u.keller@Example.ORG");
    Fact fact = fact(Facts.of(new Event.Dsn(ROW, Direction.OUT, sender, null, 0, null), names));
    assertEquals(FactKind.DSN_SENT, fact.kind());
    assertEquals(Slice.of("example.org"), names.text(TextSpace.DOMAIN, fact.domain()));
    assertEquals(0, fact.source());
    assertEquals(1, fact.count());
  }

  @Test
  void aReportToNobodyThatIsNamedIsOne() {
    Event dsn = new Event.Dsn(ROW, Direction.OUT, null, null, 0, null);
    assertEquals(0, fact(of(dsn)).domain());
  }

  private static Fact fact(@Nullable Fact fact) {
    assertNotNull(fact);
    return fact;
  }

  private static @Nullable Fact of(Event event) {
    return Facts.of(event, new Names());
  }

  private static Event connection(Direction direction, Service service, boolean end, long nanos) {
    return connection(direction, service, end, nanos, Outcome.ACCEPTED);
  }

  private static Event connection(
      Direction direction, Service service, boolean end, long nanos, Outcome outcome) {
    Peer peer = new Peer(11, 1, PORT, 0, 0, direction, service, 0);
    return new Event.Connection(ROW, peer, end, outcome, -1, -1, nanos, null);
  }
}
