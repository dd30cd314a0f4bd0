package postmortem.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import postmortem.event.EventKind;
import postmortem.event.flat.FlatRow;
import postmortem.event.flat.RowBuilder;

/** Stores rows of events: each in the table of its kind. One thread's. */
final class Events {

  private static final FlatRow NOTHING = new RowBuilder(0).build();

  /** The way into one table. */
  private final class Way {
    final RowWriter writer;
    private final int firstId; // among its fields
    private final int[] ids = new int[dictionaries.length];
    private @Nullable FlatRow latest; // whose ids these are: the next often says the same

    Way(Table table) throws SQLException {
      writer = new RowWriter(table, new Batch(database, table));
      firstId = table.firstId();
    }

    void add(FlatRow row) throws SQLException {
      writer.begin(row);
      for (int i = 0; i < ids.length; i++) {
        if (latest == null || !dictionaries[i].agree(row, latest)) {
          ids[i] = dictionaries[i].id(row);
        }
        writer.batch().number(firstId + i, ids[i]);
      }
      writer.batch().end();
      latest = row;
    }
  }

  private final Connection database;
  private final Map<EventKind, Way> ways = new EnumMap<>(EventKind.class);
  private final Dictionary[] dictionaries = new Dictionary[Dimension.values().length];

  Events(Connection database) throws SQLException {
    this.database = database;
    for (Dimension dimension : Dimension.values()) {
      dictionaries[dimension.ordinal()] = new Dictionary(database, dimension, NOTHING);
    }
    for (EventTable kind : EventTable.values()) {
      ways.put(kind.kind(), new Way(kind.table()));
    }
  }

  void add(FlatRow row) throws SQLException {
    Objects.requireNonNull(ways.get(row.kind())).add(row);
  }

  /** Hands over all that was added. */
  void flush() throws SQLException {
    for (Dictionary dictionary : dictionaries) {
      dictionary.flush();
    }
    for (Way way : ways.values()) {
      way.writer.batch().flush();
    }
  }
}
