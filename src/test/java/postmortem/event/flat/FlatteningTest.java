package postmortem.event.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.event.EventKind;

/** The row of each kind of event. */
class FlatteningTest {

  /** What others set who know more than one event. */
  private static final EnumSet<Column> LATER =
      EnumSet.of(
          Column.TIME_LOGGED,
          Column.FORMAT,
          Column.SERVER,
          Column.SITE,
          Column.ADDRESS_BASIS,
          Column.ACCOUNT,
          Column.PATH);

  private static FlatRow row(int number) {
    return Samples.bare("x.example").get(number);
  }

  @Test
  void ofAnAttempt() {
    assertEquals(
        "time=1709539200000000004 time_precision=millisecond time_basis=zone-assumed"
            + " start_time=1709539200000000004 end_time=1709539201000000000 kind=auth-attempt"
            + " listener=x.example peer_address=203.0.113.9 peer_port=4025 direction=in"
            + " service=smtp session=0000000000000abc account_logged=x.example count=2"
            + " outcome=rejected reason=wrong-password helo=x.example mechanism=x.example"
            + " tls=true observed=true ledger=3 record=4 offset=400 length=80"
            + " more_records=3:8@900+40 3:9@950+41",
        row(3).toString());
  }

  @Test
  void whatIsNotToldIsAbsent() {
    assertEquals(
        "time=1709539200000000005 time_precision=millisecond time_basis=zone-assumed"
            + " start_time=1709539200000000005 end_time=1709539201000000000 kind=auth-attempt"
            + " direction=internal service=other count=1 outcome=unknown tls=false"
            + " observed=false ledger=3 record=5 offset=500 length=80",
        row(4).toString());
    FlatRow dsn = row(10);
    assertNull(dsn.text(Column.ORIGINAL_SENDER));
    assertNull(dsn.address(Column.PEER_ADDRESS));
  }

  @Test
  void theNullSenderIsThereAndEmpty() {
    assertEquals("", row(6).text(Column.SENDER));
  }

  @Test
  void aConnectionThatEndsBeganBefore() {
    FlatRow closed = row(1);
    assertEquals("closed", closed.text(Column.ACTION));
    assertEquals(closed.number(Column.TIME), closed.number(Column.END_TIME));
    assertEquals(Samples.TIME - 999_999_998L, closed.number(Column.START_TIME));
  }

  @Test
  void allKindsAndColumnsAreSet() {
    EnumSet<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    EnumSet<Column> set = EnumSet.copyOf(LATER);
    for (FlatRow row : Samples.bare("x.example")) {
      kinds.add(row.kind());
      for (Column column : Column.values()) {
        if (row.has(column)) {
          set.add(column);
        }
      }
    }
    assertEquals(EnumSet.allOf(EventKind.class), kinds);
    assertEquals(EnumSet.allOf(Column.class), set);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "\u0000\n\"\u001b[31m", "\u30c6\u30b9\u30c8"})
  void aRowIsReadAsItWasWritten(String text) {
    List<FlatRow> rows = Samples.rows(text);
    for (FlatRow row : rows) {
      byte[] bytes = new byte[RowCodec.room(row) + 3];
      int end = RowCodec.write(row, bytes, 3);
      assertTrue(end <= bytes.length);
      assertEquals(row, RowCodec.read(bytes, 3));
      assertEquals(row.toString(), RowCodec.read(bytes, 3).toString());
    }
  }

  @Test
  void extremeNumbersAreReadAsTheyWereWritten() {
    for (long number : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 63, 64, -64, -65}) {
      FlatRow row = new RowBuilder(7).number(Column.TIME, number).build();
      byte[] bytes = new byte[RowCodec.room(row)];
      RowCodec.write(row, bytes, 0);
      FlatRow read = RowCodec.read(bytes, 0);
      assertEquals(number, read.number(Column.TIME));
      assertEquals(7, read.stream());
    }
  }
}
