package postmortem.parser.windows;

import java.util.Arrays;

/**
 * Which insertion string, or which labelled line of a text, is which field: from 1, or from the end
 * with -1. Immutable.
 */
final class Positions {

  static final Positions NONE = new Positions(new int[Field.COUNT]);

  private static final Field[] FIELDS = Field.values();

  private final int[] places;

  private Positions(int[] places) {
    this.places = places;
  }

  Positions with(Field field, int place) {
    int[] more = Arrays.copyOf(places, places.length);
    more[field.ordinal()] = place;
    return new Positions(more);
  }

  /**
   * Takes the fields from the strings of an event.
   *
   * @param before how many further strings stand before the first
   */
  void take(EventValues values, int before) {
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      if (place > 0) {
        values.take(FIELDS[i], place + before);
      } else if (place < 0) {
        values.take(FIELDS[i], values.strings() + 1 + place);
      }
    }
  }
}
