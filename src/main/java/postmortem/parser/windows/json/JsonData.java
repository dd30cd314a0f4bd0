package postmortem.parser.windows.json;

import org.jspecify.annotations.Nullable;
import postmortem.parser.windows.Description;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.Utf8Text;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;

/**
 * Takes from an object what the event says: values with names, in an object of their own or beside
 * the rest; else strings without names, in the order of the template; else the text for people.
 */
final class JsonData {

  private static final int DEEPEST = 12;

  /** What PowerShell writes for an object deeper than it was asked for. */
  private static final String[] TYPE_NAMES = {"System.Diagnostics.", "System.String"};

  private static final String FURTHER = "Data_";

  private enum Place {
    TOP,
    DATA
  }

  private final EventValues values;
  private final JsonCursor outer;
  private final JsonCursor inner = new JsonCursor();
  private final Description description;
  private final JsonItem item;
  private final Utf8Text payload = new Utf8Text();
  private JsonCursor cursor;
  private boolean named;
  private int message; // the place of its quote, or -1
  private int messageLength;

  JsonData(EventValues values, JsonCursor cursor) {
    this.values = values;
    this.outer = cursor;
    this.cursor = cursor;
    this.description = new Description(values);
    this.item = new JsonItem(values, cursor);
  }

  /** Reads an object whose head is read. */
  void read(KnownEvent known, byte[] b, int from, int to) {
    named = false;
    message = -1;
    messageLength = -1;
    cursor.begin(b, from, to);
    if (cursor.next() == JsonToken.OBJECT) {
      object(Place.TOP, 1);
    }
    if (named || values.strings() > 0) {
      known.takeStrings(values);
    } else if (message >= 0) {
      cursor.begin(b, message, to);
      cursor.next();
      int start = values.begin().length();
      cursor.text(values.text());
      description.read(known, start, values.text().length());
    }
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

  private void key(Place outside, int depth) {
    byte[] b = cursor.bytes();
    int from = cursor.from();
    int end = cursor.end();
    Place place = outside;
    int dot = AsciiText.indexOf(b, from, end, '.');
    while (dot >= 0 && place != null) {
      place = inside(place, JsonKey.of(b, from, dot));
      from = dot + 1;
      dot = AsciiText.indexOf(b, from, end, '.');
    }
    if (place == null) {
      cursor.skip(cursor.next());
      return;
    }
    JsonKey key = JsonKey.of(b, from, end);
    boolean data = place == Place.DATA && (key == JsonKey.DATA || isFurther(b, from, end));
    if (data || key == JsonKey.STRINGS) {
      items(cursor.next(), depth);
      return;
    }
    value(place, key, b, from, end, depth);
  }

  /** {@code Data_1} is the second string without a name, where keys have to differ. */
  private static boolean isFurther(byte[] b, int from, int end) {
    return AsciiText.startsWithIgnoreCase(b, from, end, FURTHER)
        && AsciiNumbers.unsigned(b, from + FURTHER.length(), end) >= 0;
  }

  private void value(Place place, @Nullable JsonKey key, byte[] b, int from, int end, int depth) {
    JsonToken value = cursor.next();
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
        if (key == JsonKey.EVENT_DATA) {
          array(depth);
          return;
        }
        JsonToken first = cursor.next();
        if (first == JsonToken.STRING || first == JsonToken.SCALAR) {
          said(place, key, b, from, end, depth);
        }
        if (first != JsonToken.END_ARRAY) {
          cursor.skip(first);
          cursor.skip(value);
        }
      }
      case STRING, SCALAR -> said(place, key, b, from, end, depth);
      case KEY, END_OBJECT, END_ARRAY, END -> {
        // no JSON
      }
    }
  }

  private static @Nullable Place inside(Place place, @Nullable JsonKey key) {
    if (key == JsonKey.ATTRIBUTES) {
      return null;
    }
    if (place == Place.DATA || key == JsonKey.EVENT_DATA) {
      return Place.DATA;
    }
    boolean through =
        key == JsonKey.EVENT
            || key == JsonKey.BODY
            || key == JsonKey.SOURCE
            || key == JsonKey.SYSTEM
            || key == JsonKey.DATA
            || key == JsonKey.RENDERING;
    return through ? Place.TOP : null;
  }

  private void said(Place place, @Nullable JsonKey key, byte[] b, int from, int end, int depth) {
    if (cursor.isNull()) {
      return;
    }
    int first = from;
    while (first < end && (b[first] == '@' || b[first] == '_' || b[first] == '#')) {
      first++;
    }
    Field field = Field.named(b, first, end);
    if (field != null) {
      values.begin();
      cursor.text(values.text());
      values.finish(field);
      named = true;
    } else if (place == Place.DATA) {
      parameter(b, first, end);
    } else if (key == JsonKey.MESSAGE) {
      message();
    } else if (key == JsonKey.PAYLOAD || key == JsonKey.EVENT_DATA) {
      payload(depth);
    }
  }

  /** {@code param3} is the third string without a name, wherever it stands. */
  private void parameter(byte[] b, int from, int end) {
    if (!AsciiText.startsWithIgnoreCase(b, from, end, "param")) {
      return;
    }
    long number = AsciiNumbers.unsigned(b, from + 5, end);
    if (number > 0 && number < Integer.MAX_VALUE) {
      values.begin();
      cursor.text(values.text());
      values.putString((int) number);
    }
  }

  private void message() {
    int length = cursor.end() - cursor.from();
    if (length > messageLength && cursor == outer) {
      messageLength = length;
      message = cursor.from() - 1;
    }
  }

  /** JSON as a string in JSON. */
  private void payload(int depth) {
    if (cursor == inner) {
      return;
    }
    payload.cut(0);
    cursor.text(payload);
    inner.begin(payload.bytes(), 0, payload.length());
    cursor = inner;
    if (inner.next() == JsonToken.OBJECT) {
      object(Place.TOP, depth + 1);
    }
    cursor = outer;
  }

  private void items(JsonToken value, int depth) {
    switch (value) {
      case ARRAY -> array(depth);
      case OBJECT -> item(depth + 1);
      case STRING, SCALAR -> string();
      case KEY, END_OBJECT, END_ARRAY, END -> {
        // no JSON
      }
    }
  }

  private void array(int depth) {
    JsonToken token = cursor.next();
    while (token != JsonToken.END_ARRAY && token != JsonToken.END) {
      if (token == JsonToken.OBJECT) {
        item(depth + 1);
      } else if (token == JsonToken.STRING || token == JsonToken.SCALAR) {
        string();
      } else {
        cursor.skip(token);
      }
      token = cursor.next();
    }
  }

  /** The next string without a name. */
  private void string() {
    byte[] b = cursor.bytes();
    for (String type : TYPE_NAMES) {
      if (AsciiText.startsWithIgnoreCase(b, cursor.from(), cursor.end(), type)) {
        return;
      }
    }
    int start = values.begin().length();
    if (!cursor.isNull()) {
      cursor.text(values.text());
    }
    if (cursor == inner) {
      split(start);
    } else {
      values.endString();
    }
  }

  /** EvtxECmd joins the strings that have no names with commas. */
  private void split(int start) {
    byte[] b = values.bytes();
    int to = values.text().length();
    int from = start;
    int comma = AsciiText.find(b, from, to, ", ");
    while (comma >= 0) {
      values.addString(from, comma);
      from = comma + 2;
      comma = AsciiText.find(b, from, to, ", ");
    }
    values.addString(from, to);
  }

  /** A value that has its name beside it, or none. */
  private void item(int depth) {
    named |= item.read(cursor, depth);
  }
}
