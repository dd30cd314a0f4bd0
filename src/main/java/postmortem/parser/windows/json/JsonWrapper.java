package postmortem.parser.windows.json;

import postmortem.text.AsciiText;

/** Tells an object that only holds events from one that is an event. */
final class JsonWrapper {

  /** So many bytes of an object are looked at. */
  static final int HEAD = 4096;

  private static final int KEYS = 8;
  private static final String[] NAMES = {
    "Events", "Event", "hits", "records", "value", "results", "items", "entries", "logs", "data"
  };

  private static final int DEEPEST = 3;
  private static final int EVENT = 1; // an object of this name is an event

  private final JsonCursor cursor = new JsonCursor();
  private int opened;

  /**
   * Where the events begin in the object at a place: behind the bracket of their array. -1 where
   * the object is no wrapper.
   *
   * @param all look behind the first key, too
   */
  int open(byte[] b, int from, int to, boolean all) {
    opened = 0;
    return open(b, from, to, all, 1);
  }

  private int open(byte[] b, int from, int to, boolean all, int depth) {
    cursor.begin(b, from + 1, to);
    for (int keys = 0; keys < (all ? KEYS : 1) && cursor.next() == JsonToken.KEY; keys++) {
      int name = name(b);
      JsonToken value = cursor.next();
      int inside = cursor.at();
      int found = -1;
      if (name >= 0 && value == JsonToken.ARRAY) {
        found = beginsObject() ? inside : -1;
      } else if (name >= 0 && name != EVENT && value == JsonToken.OBJECT && depth < DEEPEST) {
        found = open(b, inside - 1, to, true, depth + 1);
      }
      if (found >= 0) {
        opened++;
        return found;
      }
      cursor.begin(b, inside, to);
      cursor.skip(value);
    }
    return -1;
  }

  /** How many objects are open where the events begin. */
  int opened() {
    return opened;
  }

  private int name(byte[] b) {
    for (int i = 0; i < NAMES.length; i++) {
      if (AsciiText.equalsIgnoreCase(b, cursor.from(), cursor.end(), NAMES[i])) {
        return i;
      }
    }
    return -1;
  }

  private boolean beginsObject() {
    JsonToken element = cursor.next();
    return element == JsonToken.OBJECT || element == JsonToken.END_ARRAY;
  }
}
