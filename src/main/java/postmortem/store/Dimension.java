package postmortem.store;

import java.util.ArrayList;
import java.util.List;
import postmortem.event.flat.Column;

/**
 * What many rows have in common is stored once, under an id. Id 0 is the one without any value. The
 * same values may have several ids, where there are more than fit into memory.
 */
enum Dimension {
  CIRCUMSTANCE(
      "circumstances",
      "what many events have in common: their file, and how they came about",
      Column.TIME_PRECISION,
      Column.TIME_BASIS,
      Column.KIND,
      Column.ACTION,
      Column.FORMAT,
      Column.SERVER,
      Column.SITE,
      Column.LISTENER,
      Column.ADDRESS_BASIS,
      Column.DIRECTION,
      Column.SERVICE,
      Column.SERVICE_CONFIDENCE,
      Column.COUNT,
      Column.OUTCOME,
      Column.REASON,
      Column.MECHANISM,
      Column.TLS,
      Column.OBSERVED,
      Column.SESSION_END,
      Column.PERMISSION,
      Column.NULL_SENDER,
      Column.STATUS,
      Column.BLOCKLIST,
      Column.LOGON_TYPE,
      Column.PRIORITY,
      Column.PATH,
      Column.LEDGER),
  PEER("peers", "who was at the other end of the connection", Column.PEER_ADDRESS, Column.HELO),
  ACCOUNT(
      "accounts", "an account, as it is called and spelled", Column.ACCOUNT, Column.ACCOUNT_LOGGED);

  private final String table;
  private final String meaning;
  private final List<Column> columns;

  Dimension(String table, String meaning, Column... columns) {
    this.table = table;
    this.meaning = meaning;
    this.columns = List.of(columns);
  }

  List<Column> columns() {
    return columns;
  }

  /** The name of a row's id: {@code peer}. */
  String id() {
    return table.substring(0, table.length() - 1);
  }

  Table table() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.id("id", "what rows of events call it"));
    columns.forEach(column -> fields.add(Field.of(column)));
    return new Table(table, meaning, fields);
  }
}
