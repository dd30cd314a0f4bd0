package postmortem.report;

import java.util.List;
import java.util.function.Function;

/**
 * A table of the report; each form shows as many of its rows as it has room for.
 *
 * @param <T> what a row is about
 * @param head a word for each column
 * @param items all that there is
 * @param cells the cells of one row
 */
record Table<T>(List<String> head, List<T> items, Function<T, List<Phrase>> cells) {

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** The first rows. */
  List<List<Phrase>> rows(int shown) {
    return items.stream().limit(shown).map(cells).toList();
  }
}
