package postmortem.parser.windows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the values stand in the text of an event: in which of its sections, and at which place of
 * it (windows-event-logs.md, 3.1). A section has a head without a value, and later versions of an
 * event have more labels at its end. Immutable.
 */
final class TextLayout {

  private static final Field[] FIELDS = Field.values();

  /** No version has more labels than these in a section beyond those that all have. */
  private static final int MOST_MORE = 6;

  private final int[] lengths;
  private final int[] sections;
  private final int[] places;
  private final @Nullable TextLayout other;
  private final int otherHead;

  private TextLayout(
      int[] lengths, int[] sections, int[] places, @Nullable TextLayout other, int otherHead) {
    this.lengths = lengths;
    this.sections = sections;
    this.places = places;
    this.other = other;
    this.otherHead = otherHead;
  }

  /**
   * @param lengths how many labels the sections have at least, without their heads; the last one
   *     needs none
   */
  static TextLayout of(int... lengths) {
    return new TextLayout(lengths.clone(), new int[Field.COUNT], new int[Field.COUNT], null, 0);
  }

  /** A value at a place of a section, both from 1. */
  TextLayout with(Field field, int section, int place) {
    int[] moreSections = Arrays.copyOf(sections, Field.COUNT);
    int[] morePlaces = Arrays.copyOf(places, Field.COUNT);
    moreSections[field.ordinal()] = section;
    morePlaces[field.ordinal()] = place;
    return new TextLayout(lengths, moreSections, morePlaces, other, otherHead);
  }

  /** Texts in which a head stands at this place of the first section have another layout. */
  TextLayout orWithHeadAt(int place, TextLayout layout) {
    return new TextLayout(lengths, sections, places, layout, place);
  }

  /**
   * Takes the fields from the labels, which are the strings of the values.
   *
   * @param head how many labels stand before the first section's first one
   */
  void take(EventValues values, Labels labels, int head) {
    if (other != null && labels.isHead(otherHead - 1 + head)) {
      other.take(values, labels, head);
      return;
    }
    int before = 0; // of the section
    for (int section = 1; section <= lengths.length + 1; section++) {
      for (int i = 0; i < places.length; i++) {
        if (sections[i] == section) {
          values.take(FIELDS[i], before + places[i]);
        }
      }
      if (section <= lengths.length) {
        before = nextHead(labels, head, before + lengths[section - 1]) + 1;
      }
    }
  }

  /** The next head's place among the strings, from 0. */
  private static int nextHead(Labels labels, int head, int from) {
    for (int i = from; i <= from + MOST_MORE && i + head < labels.count(); i++) {
      if (labels.isHead(i + head)) {
        return i;
      }
    }
    return from;
  }
}
