package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.MemorySpill;
import postmortem.analysis.RunMerge;
import postmortem.event.Slice;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;
import postmortem.event.flat.RowBuilder;

/** Rows come back in one order, whoever told them, and however little memory there was. */
class RowStoreTest {

  private static final int ROWS = 20_000;

  private static List<FlatRow> rows() {
    Random random = new Random(5);
    List<FlatRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          new RowBuilder(random.nextInt(3))
              .number(Column.TIME, (random.nextInt(2000) - 1000) * 1_000_000_007L)
              .number(Column.LEDGER, random.nextInt(4))
              .number(Column.OFFSET, random.nextInt(10) * 1_000_000_000_000L)
              .text(Column.SENDER, Slice.of("x".repeat(random.nextInt(300))))
              .build());
    }
    return rows;
  }

  private static List<String> read(RowStore store) throws IOException {
    List<String> read = new ArrayList<>();
    try (RunMerge<RowCursor> merge = store.open()) {
      for (RowCursor c = merge.next(); c != null; c = merge.next()) {
        read.add(c.row().toString());
      }
    }
    return read;
  }

  private static RowStore store(int threads, long bytes, long seed) throws IOException {
    RowStore store = new RowStore(MemorySpill.INSTANCE, bytes);
    List<RowBuffer> buffers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      buffers.add(store.newBuffer(threads));
    }
    List<FlatRow> rows = rows();
    Random random = new Random(seed);
    Collections.shuffle(rows, random);
    for (FlatRow row : rows) {
      buffers.get(random.nextInt(threads)).add(row);
    }
    for (RowBuffer buffer : buffers) {
      buffer.flush();
    }
    return store;
  }

  /** A buffer of 1 byte holds one chunk; of 1 GiB all. */
  @ParameterizedTest
  @CsvSource({"1, 1073741824, 1", "1, 1, 2", "3, 1, 3", "2, 4194304, 4"})
  void anySharingGivesTheSameOrder(int threads, long bytes, long seed) throws IOException {
    List<String> expected = read(store(1, 1L << 30, 0));
    assertEquals(ROWS, expected.size());
    assertEquals(expected, read(store(threads, bytes, seed)));
  }

  @Test
  void theOrderIsThatOfTimeAndPlace() throws IOException {
    FlatRow last = null;
    try (RunMerge<RowCursor> merge = store(2, 1, 9).open()) {
      for (RowCursor c = merge.next(); c != null; c = merge.next()) {
        FlatRow row = c.row();
        if (last != null) {
          assertTrue(compare(last, row) <= 0, last + " before " + row);
        }
        last = row;
      }
    }
  }

  private static int compare(FlatRow a, FlatRow b) {
    int c = 0;
    for (Column column : List.of(Column.TIME, Column.LEDGER, Column.OFFSET)) {
      c = c != 0 ? c : Long.compare(a.number(column), b.number(column));
    }
    return c;
  }

  @Test
  void manyRunsAreMergedBeforeTheyAreRead() throws IOException {
    RowStore store = new RowStore(MemorySpill.INSTANCE, 1 << 20);
    List<String> expected = read(store(1, 1L << 30, 0));
    RowBuffer buffer = store.newBuffer(1);
    List<FlatRow> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      buffer.add(rows.get(i));
      if (i % 100 == 0) { // 200 runs
        buffer.flush();
      }
    }
    buffer.flush();
    assertEquals(expected, read(store));
  }

  @Test
  void aRewrittenStoreIsSortedAnew() throws IOException {
    RowStore back =
        store(2, 1, 3)
            .rewritten(row -> row.with().number(Column.TIME, -row.number(Column.TIME)).build());
    RowStore forth =
        back.rewritten(row -> row.with().number(Column.TIME, -row.number(Column.TIME)).build());
    assertEquals(read(store(1, 1L << 30, 0)), read(forth));
    assertTrue(read(back).isEmpty());
  }

  @Test
  void aHugeTextIsARowLikeOthers() throws IOException {
    RowStore store = new RowStore(MemorySpill.INSTANCE, 1);
    RowBuffer buffer = store.newBuffer(1);
    FlatRow huge = new RowBuilder(0).text(Column.REPLY, Slice.of("y".repeat(3 << 20))).build();
    buffer.add(rows().get(0));
    buffer.add(huge);
    buffer.flush();
    assertEquals(2, read(store).size());
  }
}
