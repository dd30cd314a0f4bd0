package postmortem.parser.windows.export;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event log as Event Viewer of Windows 2000 and 2003 saves it, with commas or with tabs: no
 * head, the newest row first, texts in the language of the machine.
 */
public final class EventViewerCsvParser extends ExportParser {

  private static final int BEGIN = 64;

  /** Date, time, source, type, category, event, user, computer, description. */
  private static final TableLayout LAYOUT =
      new TableLayout.Builder(TableLayout.ANY, 9, places()).lastTakesRest(9).build();

  public EventViewerCsvParser() {
    super(
        "eventviewer-csv-2003",
        "Windows event log, exported by Event Viewer of Windows 2000 or 2003",
        false,
        "The export says neither the zone of its clock nor the numbers of its records.");
  }

  private static Map<Column, Integer> places() {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    places.put(Column.DATE, 0);
    places.put(Column.TIME, 1);
    places.put(Column.SOURCE, 2);
    places.put(Column.TYPE, 3);
    places.put(Column.ID, 5);
    places.put(Column.COMPUTER, 7);
    places.put(Column.TEXT, 8);
    return places;
  }

  @Override
  @Nullable TableLayout find(byte[] head) {
    return LAYOUT.begins(head, 0, Math.min(head.length, BEGIN)) ? LAYOUT : null;
  }

  @Override
  TableLayout unknown() {
    return LAYOUT;
  }
}
