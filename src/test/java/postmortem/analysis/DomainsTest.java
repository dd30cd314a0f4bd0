package postmortem.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/** What is counted of each domain, of however many there are. */
class DomainsTest {

  private static final String CLIENT = "203.0.113.9";

  private final Telling log = new Telling();

  /** The figures of a domain: accepted, refused, sent, relay denied, unknown names. */
  private static List<Long> figures(Context context, String domain) {
    Names names = context.names();
    Domains domains = context.domains();
    for (int id = 1; id < names.textIds(TextSpace.DOMAIN); id++) {
      if (Slice.of(domain).equals(names.text(TextSpace.DOMAIN, id))) {
        return List.of(
            domains.accepted(id),
            domains.refused(id),
            domains.sent(id),
            domains.relayDenied(id),
            domains.unknownNames(id));
      }
    }
    return List.of();
  }

  /** The rows once grew while a delivery was being counted in the old ones. */
  @ParameterizedTest
  @ValueSource(ints = {1, 253, 254, 255, 256, 257, 384, 1_500})
  void deliveriesToAnyNumberOfDomains(int count) {
    for (int i = 0; i < count; i++) {
      log.delivery(
          i, "192.0.2.1", "a@own.test", "d" + i + ".test", Outcome.ACCEPTED, Reason.NONE, null);
    }
    Context context = log.read(Telling.Split.PLAIN).context();
    for (int i = 0; i < count; i++) {
      assertEquals(List.of(0L, 0L, 1L, 0L, 0L), figures(context, "d" + i + ".test"), "domain " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, NONE, 1, 0, 0, 0",
    "REJECTED, RELAY_DENIED, 0, 1, 1, 0",
    "REJECTED, UNKNOWN_RECIPIENT, 0, 1, 0, 1",
    "REJECTED, OTHER, 0, 1, 0, 0",
    "UNAVAILABLE, OTHER, 0, 0, 0, 0",
  })
  void recipientsByWhatBecameOfThem(
      Outcome outcome, Reason reason, long accepted, long refused, long denied, long unknown) {
    log.recipient(0, CLIENT, "before.test", Outcome.ACCEPTED, Reason.NONE);
    log.recipient(Times.HOUR, CLIENT, "one.test", outcome, reason);
    Context context = log.read(Telling.Split.PLAIN).context();
    assertEquals(List.of(accepted, refused, 0L, denied, unknown), figures(context, "one.test"));
  }
}
