package postmortem.parser.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.event.Slice;

/** Where modern events have their values when the strings have lost their names. */
final class StringPositionsTest {

  /** The strings are {@code s1}, {@code s2} and so on, so that a value says its place. */
  @ParameterizedTest
  @CsvSource({
    "4624, 20, ACCOUNT=6 DOMAIN=7 LOGON_TYPE=9 LOGON_PROCESS=10 WORKSTATION=12 PROCESS=18"
        + " ADDRESS=19 PORT=20", // of Vista
    "4624, 27, ACCOUNT=6 DOMAIN=7 LOGON_TYPE=9 LOGON_PROCESS=10 WORKSTATION=12 PROCESS=18"
        + " ADDRESS=19 PORT=20", // of Windows 10
    "4625, 21, ACCOUNT=6 DOMAIN=7 STATUS=8 SUB_STATUS=10 LOGON_TYPE=11 LOGON_PROCESS=12"
        + " WORKSTATION=14 PROCESS=19 ADDRESS=20 PORT=21",
    "4648, 14, ACCOUNT=6 DOMAIN=7 PROCESS=12 ADDRESS=13 PORT=14",
    "4740, 7, ACCOUNT=1 DOMAIN=2",
    "4738, 28, ACCOUNT=2 DOMAIN=3",
    "4720, 17, ACCOUNT=1 DOMAIN=2",
    "4768, 14, ACCOUNT=1 DOMAIN=2 STATUS=7 ADDRESS=10 PORT=11",
    "4771, 11, ACCOUNT=1 STATUS=5 ADDRESS=7 PORT=8",
    "4776, 4, ACCOUNT=2 WORKSTATION=3 STATUS=4",
    "4719, 8, ACTOR=2 ACTOR_DOMAIN=3",
    "4616, 8, ACTOR=2 ACTOR_DOMAIN=3 TIME_BEFORE=5 TIME_AFTER=6",
  })
  void areThoseOfTheTemplate(int id, int count, String places) {
    EventValues values = new EventValues();
    values.clear();
    for (int i = 1; i <= count; i++) {
      values.begin().ascii("s" + i);
      values.endString();
    }
    KnownEvent known = KnownEvent.of(Publisher.AUDITING, id);
    assertNotNull(known);
    known.takeStrings(values);
    for (String place : places.split(" ", -1)) {
      int equals = place.indexOf('=');
      Slice value = values.slice(Field.valueOf(place.substring(0, equals)));
      assertNotNull(value, place);
      assertEquals("s" + place.substring(equals + 1), value.toString());
    }
  }
}
