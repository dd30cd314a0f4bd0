package postmortem.report;

import java.util.List;

/** The first rows of a table, and how many more there are. */
record HtmlRows(String title, List<String> head, List<List<Phrase>> rows, int all) {

  int more() {
    return all - rows.size();
  }

  /** Does this column hold numbers? */
  boolean isNumber(int column) {
    return !rows.isEmpty() && rows.get(0).get(column).isNumber();
  }

  static HtmlRows of(String title, Table<?> table, int shown) {
    return new HtmlRows(title, table.head(), table.rows(shown), table.items().size());
  }
}
