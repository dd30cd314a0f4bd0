package postmortem.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import postmortem.event.EventKind;
import postmortem.event.flat.FlatRow;
import postmortem.event.flat.RowBuilder;

/** Stores rows of events: each in the table of its kind. One thread's. */
final class Events {

  private static final FlatRow NOTHING = new RowBuilder(0).build();

  /** The way into one table, and where the ids stand in it. */
  private record Way(RowWriter writer, int firstId) {}

  private final Map<EventKind, Way> ways = new EnumMap<>(EventKind.class);
  private final Dictionary[] dictionaries = new Dictionary[Dimension.values().length];

  Events(Connection database) throws SQLException {
    for (Dimension dimension : Dimension.values()) {
      dictionaries[dimension.ordinal()] = new Dictionary(database, dimension, NOTHING);
    }
    for (EventTable kind : EventTable.values()) {
      Table table = kind.table();
      ways.put(
          kind.kind(), new Way(new RowWriter(table, new Batch(database, table)), table.firstId()));
    }
  }

  void add(FlatRow row) throws SQLException {
    Way way = Objects.requireNonNull(ways.get(row.kind()));
    way.writer().begin(row);
    for (int i = 0; i < dictionaries.length; i++) {
      way.writer().batch().number(way.firstId() + i, dictionaries[i].id(row));
    }
    way.writer().batch().end();
  }

  /** Hands over all that was added. */
  void flush() throws SQLException {
    for (Dictionary dictionary : dictionaries) {
      dictionary.flush();
    }
    for (Way way : ways.values()) {
      way.writer().batch().flush();
    }
  }
}
