package postmortem.store;

import org.duckdb.DuckDBColumnType;
import postmortem.event.flat.Column;

/** What a stored column is, and how its values reach the database. */
enum FieldType {
  /** Nanoseconds since 1970 UTC; handed over as a number. */
  TIMESTAMP_NS(DuckDBColumnType.BIGINT),
  BIGINT(DuckDBColumnType.BIGINT),
  INTEGER(DuckDBColumnType.INTEGER),
  DOUBLE(DuckDBColumnType.DOUBLE),
  BOOLEAN(DuckDBColumnType.BOOLEAN),
  /** Sixteen hexadecimal digits, stored as a number. */
  HEX(DuckDBColumnType.BIGINT),
  VARCHAR(DuckDBColumnType.VARCHAR);

  private final DuckDBColumnType handedOver;

  FieldType(DuckDBColumnType handedOver) {
    this.handedOver = handedOver;
  }

  /** The type that holds the values of a column of the wide row in the least room. */
  static FieldType of(Column column) {
    return switch (column) {
      case SESSION -> HEX;
      case SIZE, BYTES_IN, BYTES_OUT, RECORD, OFFSET -> BIGINT;
      default ->
          switch (column.type()) {
            case TIME -> TIMESTAMP_NS;
            case INTEGER -> INTEGER;
            case REAL -> DOUBLE;
            case BOOLEAN -> BOOLEAN;
            case TEXT, ADDRESS -> VARCHAR;
          };
    };
  }

  DuckDBColumnType handedOver() {
    return handedOver;
  }

  /** The type of the stored column. */
  String stored() {
    return this == HEX ? "BIGINT" : name();
  }

  /** The type that a view shows. */
  String shown() {
    return this == HEX ? "VARCHAR" : name();
  }

  /** From what was handed over to what is stored. */
  String storing(String expression) {
    return this == TIMESTAMP_NS ? "make_timestamp_ns(" + expression + ")" : expression;
  }

  /** From what is stored to what a view shows. */
  String showing(String expression) {
    return this == HEX ? "lower(lpad(to_hex(" + expression + "), 16, '0'))" : expression;
  }
}
