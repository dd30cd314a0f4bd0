package postmortem.parser.windows.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.evidence.Encoding;
import postmortem.parser.Sample;
import postmortem.text.Lines;

/** Reads the header line of a table, if it is one of an event log. */
final class TableHead {

  private static final int LOOKED_AT = 20; // rows
  private static final byte[] SEPARATORS = {',', '\t', ';'};

  private final byte[] head;
  private final Charset charset;
  private final boolean wide;

  private TableHead(byte[] head, Encoding encoding) {
    this.head = head;
    this.charset = encoding.charset();
    this.wide = encoding == Encoding.WINDOWS_31J;
  }

  /** The layout that the first line of a file tells; null where it tells none. */
  static @Nullable TableLayout layout(byte[] head) {
    return new TableHead(head, Encoding.of(head)).layout();
  }

  private @Nullable TableLayout layout() {
    int from = Lines.afterMark(head, 0, head.length);
    int to = lineEnd(from);
    int lines = 1;
    while (to < head.length && isSkipped(from, to)) {
      from = to + 1;
      to = lineEnd(from);
      lines++;
    }
    byte separator = separator(from, to);
    List<String> names = names(from, to, separator);
    if (names.size() < 2) {
      return null;
    }
    TableLayout viewer = names.size() == 5 ? viewer(names, separator, lines) : null;
    return viewer != null ? viewer : named(names, separator, anyQuoted(to), lines);
  }

  /** Does any row begin with a quote? The first may be torn. */
  private boolean anyQuoted(int headEnd) {
    for (int i = headEnd; i + 1 < head.length; i++) {
      if (head[i] == '\n' && head[i + 1] == '"') {
        return true;
      }
    }
    return false;
  }

  /** PowerShell says first of what type the rows are. */
  private boolean isSkipped(int from, int to) {
    return head[from] == '#' || to == from || to == from + 1 && head[from] == '\r';
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < head.length && head[i] != '\n') {
      i++;
    }
    return i;
  }

  private byte separator(int from, int to) {
    byte best = ',';
    int most = 0;
    for (byte candidate : SEPARATORS) {
      int n = 0;
      for (int i = from; i < to; i++) {
        n += head[i] == candidate ? 1 : 0;
      }
      if (n > most) {
        most = n;
        best = candidate;
      }
    }
    return best;
  }

  private List<String> names(int from, int to, byte separator) {
    List<String> names = new ArrayList<>();
    LineCells line = new LineCells(head, from, to, separator);
    while (line.next()) {
      names.add(new String(head, line.start(), line.end() - line.start(), charset));
    }
    return names;
  }

  private @Nullable TableLayout named(
      List<String> names, byte separator, boolean quoted, int lines) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < names.size(); i++) {
      Column column = Column.named(names.get(i));
      if (column != null) {
        places.putIfAbsent(column, i);
      }
    }
    Integer index = places.remove(Column.INDEX);
    if (index != null && places.containsKey(Column.INSTANCE)) {
      places.putIfAbsent(Column.RECORD_ID, index);
    }
    if (places.containsKey(Column.TIME_WRITTEN)) {
      places.putIfAbsent(Column.TIME, places.get(Column.TIME_WRITTEN));
    }
    if (!places.containsKey(Column.TIME) && places.containsKey(Column.DATE)) {
      places.put(Column.TIME, places.remove(Column.DATE));
    }
    TableLayout.Builder layout = new TableLayout.Builder(separator, names.size(), places);
    if (isShown(places)) {
      places.put(Column.TEXT, names.size());
      layout =
          new TableLayout.Builder(separator, names.size() + 1, places)
              .lastTakesRest(names.size() + 1);
    }
    boolean numbered = places.containsKey(Column.ID) || places.containsKey(Column.INSTANCE);
    boolean says =
        places.containsKey(Column.TEXT)
            || places.containsKey(Column.STRINGS)
            || places.containsKey(Column.PAYLOAD);
    if (!numbered || !places.containsKey(Column.TIME) || !says) {
      return null;
    }
    return layout
        .quoted(quoted)
        .wide(wide)
        .inUtc(places.containsKey(Column.PAYLOAD))
        .headRows(lines)
        .common(isCommon(names, places))
        .build();
  }

  /** Who logs what on which computer is said of events only. */
  private static boolean isCommon(List<String> names, Map<Column, Integer> places) {
    return names.stream().noneMatch(Column::isOfEventLog)
        && !(places.containsKey(Column.SOURCE) && places.containsKey(Column.COMPUTER));
  }

  /** Event Viewer names as many columns as people show, and writes the text behind them. */
  private static boolean isShown(Map<Column, Integer> places) {
    return places.containsKey(Column.SOURCE)
        && !places.containsKey(Column.TEXT)
        && !places.containsKey(Column.STRINGS)
        && !places.containsKey(Column.PAYLOAD);
  }

  /**
   * Event Viewer since Vista names five columns, in any language, and its rows have six
   * (windows-event-logs.md, 3).
   */
  private @Nullable TableLayout viewer(List<String> names, byte separator, int lines) {
    boolean common = names.stream().noneMatch(Column::isOfEventLog);
    TableLayout layout = viewerBy(separator, wide, lines, common);
    return hasRow(layout) ? layout : null;
  }

  /** The layout of Event Viewer since Vista. */
  static TableLayout viewerBy(byte separator, boolean wide, int lines, boolean common) {
    return new TableLayout.Builder(
            separator, 6, Map.of(Column.TIME, 1, Column.SOURCE, 2, Column.ID, 3, Column.TEXT, 5))
        .lastTakesRest(6)
        .wide(wide)
        .headRows(lines)
        .common(common)
        .build();
  }

  private boolean hasRow(TableLayout layout) {
    try (ExportRows rows =
        new ExportRows(new ByteArrayInputStream(head), 0, Sample.LENGTH, layout)) {
      for (int i = 0; i < LOOKED_AT && rows.next(); i++) {
        if (layout.isRow(rows)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }
}
