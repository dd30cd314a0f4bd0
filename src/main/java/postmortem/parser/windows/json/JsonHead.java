package postmortem.parser.windows.json;

import org.jspecify.annotations.Nullable;
import postmortem.event.Times;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;

/** Takes from an object who logged which event where and when, and nothing else. */
final class JsonHead {

  /** No event is nested so deep. */
  private static final int DEEPEST = 12;

  private enum Place {
    TOP,
    EVENT,
    PROVIDER,
    ID,
    TIME,
    HOST
  }

  private final EventValues values;
  private final JsonCursor cursor;
  private final JsonTime time = new JsonTime();
  private int providerRank;
  private int computerRank;
  private int timeRank;
  private int idRank;
  private boolean badId;
  private boolean local;

  JsonHead(EventValues values, JsonCursor cursor) {
    this.values = values;
    this.cursor = cursor;
  }

  /** Reads an object; afterwards the number is -1 where it has none. */
  void read(byte[] b, int from, int to) {
    values.clear();
    values.id(-1);
    providerRank = 0;
    computerRank = 0;
    timeRank = -1;
    idRank = 0;
    badId = false;
    local = false;
    cursor.begin(b, from, to);
    if (cursor.next() == JsonToken.OBJECT) {
      object(Place.TOP, 1);
    }
  }

  /** Is there something where the number should be that is none? */
  boolean badId() {
    return badId && values.id() < 0;
  }

  /**
   * Is it an event beyond doubt? An id and a source alone are in the JSON of many programs; the
   * words that Windows has for them are not.
   */
  boolean isEvent() {
    boolean where = values.has(Field.CHANNEL) || values.has(Field.PROVIDER);
    boolean strict = providerRank == 2 && (values.has(Field.CHANNEL) || values.has(Field.COMPUTER));
    return values.time() != Times.NEVER && (idRank == 3 ? where : idRank > 0 && strict);
  }

  /** Is the time that of the machine's clock, whose zone is not said? */
  boolean isLocal() {
    return local;
  }

  private void object(Place place, int depth) {
    JsonToken token = cursor.next();
    while (token != JsonToken.END_OBJECT && token != JsonToken.END) {
      if (token == JsonToken.KEY) {
        key(place, depth);
      } else {
        cursor.skip(token);
      }
      token = cursor.next();
    }
  }

  private void key(Place outer, int depth) {
    byte[] b = cursor.bytes();
    int from = cursor.from();
    int end = cursor.end();
    Place place = outer;
    int dot = AsciiText.indexOf(b, from, end, '.');
    while (dot >= 0 && place != null) { // event.code is code in event
      place = inside(place, JsonKey.of(b, from, dot));
      from = dot + 1;
      dot = AsciiText.indexOf(b, from, end, '.');
    }
    JsonKey key = place == null ? null : JsonKey.of(b, from, end);
    JsonToken value = cursor.next();
    if (place != null && key != null) {
      value(place, key, value, depth);
    } else {
      cursor.skip(value);
    }
  }

  private void value(Place place, JsonKey key, JsonToken value, int depth) {
    switch (value) {
      case OBJECT -> {
        Place inside = depth < DEEPEST ? inside(place, key) : null;
        if (inside == null) {
          cursor.skip(value);
        } else {
          object(inside, depth + 1);
        }
      }
      case ARRAY -> {
        JsonToken first = cursor.next(); // a store of documents has each value in a list
        if (first == JsonToken.END_ARRAY) {
          return;
        }
        if (first == JsonToken.STRING || first == JsonToken.SCALAR) {
          said(place, key);
        }
        cursor.skip(first);
        cursor.skip(value);
      }
      case STRING, SCALAR -> said(place, key);
      case KEY, END_OBJECT, END_ARRAY, END -> {
        // no JSON
      }
    }
  }

  /** What the keys in an object of this key mean; null where they are not asked for. */
  private static @Nullable Place inside(Place place, @Nullable JsonKey key) {
    if (key == JsonKey.ATTRIBUTES) {
      return place;
    }
    if (key == null || place != Place.TOP && place != Place.EVENT) {
      return null;
    }
    return switch (key) {
      case EVENT -> Place.EVENT;
      case BODY, SOURCE, SYSTEM, DATA -> Place.TOP;
      case PROVIDER -> Place.PROVIDER;
      case ID -> Place.ID;
      case TIME, LOCAL_TIME, COLLECTED -> Place.TIME;
      case HOST -> Place.HOST;
      default -> null;
    };
  }

  private void said(Place place, JsonKey key) {
    if (cursor.isNull()) {
      return;
    }
    switch (place) {
      case PROVIDER -> provider(key == JsonKey.NAME ? 2 : 0);
      case HOST -> computer(key == JsonKey.NAME || key == JsonKey.COMPUTER ? 1 : 0);
      case ID -> id(key == JsonKey.TEXT ? 3 : 0);
      case TIME -> {
        if (key == JsonKey.TEXT || key == JsonKey.TIME) {
          time(4, false);
        }
      }
      case EVENT, TOP -> plain(place, key);
    }
  }

  private void plain(Place place, JsonKey key) {
    switch (key) {
      case PROVIDER -> provider(2);
      case SOURCE -> provider(1);
      case ID -> id(3);
      case CODE -> id(place == Place.EVENT ? 3 : 0);
      case POOR_ID -> id(place == Place.TOP ? 1 : 0);
      case RECORD_ID -> logNumber(true);
      case RECORD_NUMBER -> logNumber(values.logNumber() == 0);
      case CHANNEL -> text(Field.CHANNEL);
      case COMPUTER -> computer(2);
      case HOST -> computer(1);
      case TIME -> time(4, false);
      case COLLECTED -> time(3, false);
      case LOCAL_TIME -> time(4, true);
      case WRITTEN -> time(2, true);
      default -> {
        // says nothing here
      }
    }
  }

  private void text(Field field) {
    values.begin();
    cursor.text(values.text());
    values.finish(field);
  }

  private void provider(int rank) {
    if (rank > providerRank) {
      providerRank = rank;
      text(Field.PROVIDER);
    }
  }

  private void computer(int rank) {
    if (rank > computerRank) {
      computerRank = rank;
      text(Field.COMPUTER);
    }
  }

  private void logNumber(boolean better) {
    if (better) {
      values.logNumber(
          Math.max(0, AsciiNumbers.unsigned(cursor.bytes(), cursor.from(), cursor.end())));
    }
  }

  /** A time whose zone is said, or fixed, is better than one of a local clock. */
  private void time(int rank, boolean machine) {
    if (!time.read(cursor.bytes(), cursor.from(), cursor.end())) {
      return;
    }
    boolean unknown = machine && !time.zoned();
    int better = unknown ? rank - 4 : rank;
    if (better > timeRank || values.time() == Times.NEVER) {
      timeRank = better;
      local = unknown;
      values.time(time.nanos());
    }
  }

  /** A number in decimal, with bits above that say more (evt-evtx-binary.md, 1.3). */
  private void id(int rank) {
    if (rank <= idRank) {
      return;
    }
    byte[] b = cursor.bytes();
    int from = cursor.from();
    boolean negative = from < cursor.end() && b[from] == '-';
    int dot = AsciiText.indexOf(b, from, cursor.end(), '.');
    boolean whole = dot < 0 || rank == 1;
    long id = AsciiNumbers.unsigned(b, negative ? from + 1 : from, whole ? cursor.end() : dot);
    if (id < 0 || id > 0xffff_ffffL) {
      badId |= rank > 1;
      return;
    }
    idRank = rank;
    values.id((int) (negative ? -id : id) & 0xffff);
  }
}
