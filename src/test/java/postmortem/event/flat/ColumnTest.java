package postmortem.event.flat;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema is documented, and fits what a row has room for. */
class ColumnTest {

  @ParameterizedTest
  @EnumSource(Column.class)
  void everyColumnSaysWhatItMeans(Column column) {
    assertTrue(column.id().matches("[a-z]+(_[a-z]+)*"), column.id());
    assertFalse(column.meaning().isBlank());
    assertTrue(column.slot() < Long.SIZE, "more columns than the masks of RowCodec have room for");
  }
}
