package postmortem.parser.windows.json;

import org.jspecify.annotations.Nullable;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;

/** A value of an event as an object: with its name beside it, or in attributes, or with none. */
final class JsonItem {

  private static final int DEEPEST = 12;

  private final EventValues values;
  private JsonCursor cursor;
  private boolean name;
  private @Nullable Field field;
  private boolean list; // of strings without names
  private int from;
  private int end;

  JsonItem(EventValues values, JsonCursor cursor) {
    this.values = values;
    this.cursor = cursor;
  }

  /** Reads the object that was opened; true where it is a value that is asked for by name. */
  boolean read(JsonCursor opened, int depth) {
    cursor = opened;
    name = false;
    field = null;
    list = false;
    from = -1;
    object(depth);
    if (name) {
      if (field == null || from < 0) {
        return false;
      }
      values.put(field, from, end);
      return true;
    }
    if (!list) {
      values.addString(Math.max(from, 0), from < 0 ? 0 : end);
    }
    return false;
  }

  private void object(int depth) {
    JsonToken token = cursor.next();
    while (token != JsonToken.END_OBJECT && token != JsonToken.END) {
      if (token == JsonToken.KEY) {
        JsonKey key = JsonKey.of(cursor.bytes(), cursor.from(), cursor.end());
        value(key, cursor.next(), depth);
      } else {
        cursor.skip(token);
      }
      token = cursor.next();
    }
  }

  private void value(@Nullable JsonKey key, JsonToken value, int depth) {
    boolean text = key == JsonKey.TEXT;
    switch (value) {
      case OBJECT -> {
        if (depth < DEEPEST && (text || key == JsonKey.ATTRIBUTES)) {
          object(depth + 1);
        } else {
          cursor.skip(value);
        }
      }
      case ARRAY -> {
        if (text) {
          strings();
        } else {
          cursor.skip(value);
        }
      }
      case STRING, SCALAR -> {
        if (text && from < 0 && !cursor.isNull()) {
          from = values.begin().length();
          cursor.text(values.text());
          end = values.text().length();
        } else if (key == JsonKey.NAME) {
          name = true;
          field = Field.named(cursor.bytes(), cursor.from(), cursor.end());
        }
      }
      case KEY, END_OBJECT, END_ARRAY, END -> {
        // no JSON
      }
    }
  }

  private void strings() {
    list = true;
    JsonToken token = cursor.next();
    while (token != JsonToken.END_ARRAY && token != JsonToken.END) {
      if (token == JsonToken.STRING || token == JsonToken.SCALAR) {
        values.begin();
        if (!cursor.isNull()) {
          cursor.text(values.text());
        }
        values.endString();
      } else {
        cursor.skip(token);
      }
      token = cursor.next();
    }
  }
}
