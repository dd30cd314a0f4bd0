package postmortem.store;

/**
 * A column of an answer.
 *
 * @param name as the question calls it; may hold anything
 * @param type as the database calls it: {@code VARCHAR}
 */
public record AnswerColumn(String name, String type, Kind kind) {

  /** How its values are to be shown. */
  public enum Kind {
    NUMBER,
    /** An instant. */
    TIME,
    TEXT,
    /** Anything else. */
    OTHER
  }

  static Kind kind(String type) {
    if (type.startsWith("TIMESTAMP") && type.indexOf('[') < 0) {
      return Kind.TIME;
    }
    return switch (type.indexOf('(') < 0 ? type : type.substring(0, type.indexOf('('))) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> Kind.NUMBER;
      case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> Kind.NUMBER;
      case "FLOAT", "DOUBLE", "DECIMAL", "BIGNUM" -> Kind.NUMBER;
      case "VARCHAR", "ENUM" -> Kind.TEXT;
      default -> Kind.OTHER;
    };
  }
}
