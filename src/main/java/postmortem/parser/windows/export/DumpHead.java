package postmortem.parser.windows.export;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.evidence.Encoding;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;

/**
 * Finds out how a table without a header has its cells, as {@code dumpel} and {@code psloglist -s}
 * write them (windows-event-logs.md, 3).
 */
final class DumpHead {

  private static final int CELLS = 9;
  private static final int LOOKED_AT = 20; // lines, of which some are a banner
  private static final String[] LOGS = {"Security", "Application", "System"};
  private static final String[] TYPES = {
    "AUDIT FAILURE", "AUDIT SUCCESS", "INFORMATION", "WARNING", "ERROR"
  };
  private static final byte[] SEPARATORS = {'\t', ',', ';', '|', '^', '~', '#'};

  private final byte[] head;
  private final boolean wide;
  private final int[] starts = new int[CELLS];
  private final int[] ends = new int[CELLS];

  private DumpHead(byte[] head) {
    this.head = head;
    this.wide = Encoding.of(head) == Encoding.WINDOWS_31J;
  }

  /** The layout that the first rows show; null where they show none. */
  static @Nullable TableLayout layout(byte[] head) {
    return new DumpHead(head).layout();
  }

  private @Nullable TableLayout layout() {
    int from = 0;
    for (int line = 0; line < LOOKED_AT && from < head.length; line++) {
      int to = from;
      while (to < head.length && head[to] != '\n') {
        to++;
      }
      for (byte separator : SEPARATORS) {
        Map<Column, Integer> places = places(from, to, separator);
        if (!places.isEmpty()) {
          return layout(separator, places, line);
        }
      }
      if (BlankCells.cut(head, from, to, starts, ends) == CELLS) {
        return layout((byte) ' ', dumpel(), line);
      }
      from = to + 1;
    }
    return null;
  }

  private TableLayout layout(byte separator, Map<Column, Integer> places, int before) {
    return new TableLayout.Builder(separator, CELLS, places)
        .lastTakesRest(CELLS - 1)
        .withoutQuotes()
        .wide(wide)
        .headRows(before)
        .build();
  }

  /** For what shows nothing. */
  static TableLayout none() {
    return new DumpHead(new byte[0]).layout((byte) '\t', dumpel(), 0);
  }

  private static Map<Column, Integer> dumpel() {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    places.put(Column.DATE, 0);
    places.put(Column.TIME, 1);
    places.put(Column.ID, 4);
    places.put(Column.SOURCE, 5);
    places.put(Column.COMPUTER, 7);
    places.put(Column.JOINED, 8);
    return places;
  }

  private Map<Column, Integer> places(int from, int to, byte separator) {
    int n = 0;
    LineCells line = new LineCells(head, from, to, separator);
    while (n < CELLS && line.next()) {
      starts[n] = line.start();
      ends[n++] = line.end();
    }
    if (n < CELLS - 1) {
      return Map.of();
    }
    boolean dumped =
        new LocalTime().numbers(head, starts[0], ends[0])
            && LocalTime.secondOfDay(head, starts[1], ends[1]) >= 0
            && isNumber(2)
            && isNumber(3)
            && isNumber(4)
            && !isNumber(5);
    if (dumped) {
      return dumpel();
    }
    return isNumber(0) && isListed() ? listed() : Map.of();
  }

  /** Any table may begin with a number: a log of Windows or a type of its events is named. */
  private boolean isListed() {
    for (String log : LOGS) {
      if (AsciiText.equalsIgnoreCase(head, starts[1], ends[1], log)) {
        return true;
      }
    }
    for (int i = 2; i < CELLS - 1; i++) {
      for (String type : TYPES) {
        if (AsciiText.equalsIgnoreCase(head, starts[i], ends[i], type)) {
          return !isNumber(1);
        }
      }
    }
    return false;
  }

  /** Number and log come first, the text last; others stand where their look says. */
  private Map<Column, Integer> listed() {
    CellTime look = new CellTime();
    int time = -1;
    int id = -1;
    for (int i = 2; i < CELLS - 1; i++) {
      if (isNumber(i)) {
        id = id < 0 ? i : id;
      } else if (time < 0 && look.find(head, starts[i], ends[i])) {
        time = i;
      }
    }
    if (time < 0 || id < 0) {
      return Map.of();
    }
    boolean adjacent = id > 2 && id - 1 != time; // else the source stands behind the log
    int source = adjacent ? id - 1 : 2;
    int computer = time - 1 > source && time - 1 != id ? time - 1 : time + 1;
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    places.put(Column.RECORD_ID, 0);
    places.put(Column.CHANNEL, 1);
    places.put(Column.TIME, time);
    places.put(Column.ID, id);
    places.put(Column.SOURCE, source);
    places.put(Column.COMPUTER, computer);
    places.put(Column.TEXT, CELLS - 1);
    return places;
  }

  private boolean isNumber(int cell) {
    return AsciiNumbers.unsigned(head, starts[cell], ends[cell]) >= 0;
  }
}
