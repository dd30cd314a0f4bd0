package postmortem.parser.windows.export;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.text.AsciiNumbers;

/** The end of a table of EvtxECmd, which has lost its header line, and its first row in part. */
final class HeadlessPayload {

  private static final int CELLS = 25;
  private static final int LOOKED_AT = 20; // lines

  private HeadlessPayload() {}

  /** The layout of such a table; null where no row of the first ones is one of it. */
  static @Nullable TableLayout layout(byte[] head) {
    int from = 0;
    for (int line = 0; line < LOOKED_AT && from < head.length; line++) {
      int to = from;
      while (to < head.length && head[to] != '\n') {
        to++;
      }
      if (isRow(head, from, to)) {
        return new TableLayout.Builder((byte) ',', CELLS, places()).inUtc(true).build();
      }
      from = to + 1;
    }
    return null;
  }

  private static Map<Column, Integer> places() {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    places.put(Column.RECORD_ID, 1);
    places.put(Column.TIME, 2);
    places.put(Column.ID, 3);
    places.put(Column.SOURCE, 5);
    places.put(Column.CHANNEL, 6);
    places.put(Column.COMPUTER, 9);
    places.put(Column.PAYLOAD, CELLS - 1);
    return places;
  }

  /** Two numbers of the record, a time, the number of the event, and at the end JSON in quotes. */
  private static boolean isRow(byte[] b, int from, int to) {
    LineCells line = new LineCells(b, from, to, (byte) ',');
    int cell = 0;
    boolean fits = true;
    while (fits && cell < CELLS && line.next()) {
      fits =
          switch (cell++) {
            case 0, 1, 3 -> AsciiNumbers.unsigned(b, line.start(), line.end()) >= 0;
            case 2 -> new CellTime().find(b, line.start(), line.end());
            case CELLS - 1 -> line.start() < to && b[line.start()] == '{';
            default -> true;
          };
    }
    return fits && cell == CELLS;
  }
}
