package postmortem.parser.windows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;
import postmortem.event.Times;
import postmortem.text.AsciiText;

/** What one event says, as far as it is asked for; used again for each event. */
public final class EventValues {

  /** No known event has so many insertion strings. */
  private static final int MAX_STRINGS = 64;

  private final Utf8Text text = new Utf8Text();
  private final Processes processes = new Processes();
  private final int[] starts = new int[Field.COUNT];
  private final int[] ends = new int[Field.COUNT];
  private final int[] stringStarts = new int[MAX_STRINGS];
  private final int[] stringEnds = new int[MAX_STRINGS];
  private int strings;
  private int mark;
  private int id;
  private long logNumber;
  private boolean recovered;
  private long time = Times.NEVER;
  private long clockBefore;
  private long clockAfter;

  /** What the events before have told of processes. */
  Processes processes() {
    return processes;
  }

  public void clear() {
    text.cut(0);
    Arrays.fill(starts, 0);
    Arrays.fill(ends, 0);
    strings = 0;
    mark = 0;
    id = 0;
    logNumber = 0;
    recovered = false;
    time = Times.NEVER;
    clockBefore = 0;
    clockAfter = 0;
  }

  /** Where the text of the next value goes. */
  public Utf8Text begin() {
    mark = text.length();
    return text;
  }

  /** The text of the value that was begun. */
  public Utf8Text text() {
    return text;
  }

  /** What was written since {@link #begin()} is this field. */
  public void finish(Field field) {
    starts[field.ordinal()] = mark;
    ends[field.ordinal()] = text.length();
  }

  /** What was written since {@link #begin()} belongs to this field, behind what it has. */
  public void more(Field field) {
    if (ends[field.ordinal()] == mark && mark > 0) {
      ends[field.ordinal()] = text.length();
    } else {
      finish(field);
    }
  }

  /** What was written since {@link #begin()} is the next insertion string. */
  public void endString() {
    if (strings < MAX_STRINGS) {
      stringStarts[strings] = mark;
      stringEnds[strings++] = text.length();
    }
  }

  /** What was written since {@link #begin()} is the insertion string of this number, from 1. */
  public void putString(int number) {
    if (number < 1 || number > MAX_STRINGS) {
      return;
    }
    while (strings < number) {
      stringStarts[strings] = 0;
      stringEnds[strings++] = 0;
    }
    stringStarts[number - 1] = mark;
    stringEnds[number - 1] = text.length();
  }

  /** What was written since {@link #begin()} belongs to the last insertion string. */
  public void moreString() {
    if (strings > 0 && stringEnds[strings - 1] == mark) {
      stringEnds[strings - 1] = text.length();
    }
  }

  /** A part of what was written is the next insertion string. */
  public void addString(int from, int to) {
    if (strings < MAX_STRINGS) {
      stringStarts[strings] = from;
      stringEnds[strings++] = to;
    }
  }

  /** A part of what was written is this field. */
  public void put(Field field, int from, int to) {
    starts[field.ordinal()] = from;
    ends[field.ordinal()] = to;
  }

  /** How many insertion strings there are. */
  public int strings() {
    return strings;
  }

  /** Takes a field to be the insertion string of this number, from 1. */
  public void take(Field field, int string) {
    if (string >= 1 && string <= strings) {
      starts[field.ordinal()] = stringStarts[string - 1];
      ends[field.ordinal()] = stringEnds[string - 1];
    }
  }

  /** Takes back a field. */
  public void noField(Field field) {
    starts[field.ordinal()] = 0;
    ends[field.ordinal()] = 0;
  }

  public byte[] bytes() {
    return text.bytes();
  }

  /** The first byte of a field, behind blanks. */
  public int start(Field field) {
    int i = starts[field.ordinal()];
    int to = ends[field.ordinal()];
    while (i < to && text.bytes()[i] <= ' ' && text.bytes()[i] >= 0) {
      i++;
    }
    return i;
  }

  /**
   * One past its last byte, before blanks: logon processes are padded (evt-evtx-binary.md, 1.6).
   */
  public int end(Field field) {
    int from = starts[field.ordinal()];
    int i = ends[field.ordinal()];
    while (i > from && text.bytes()[i - 1] <= ' ' && text.bytes()[i - 1] >= 0) {
      i--;
    }
    return Math.max(i, start(field));
  }

  /** Does the field say something: is it there, not empty, and no dash? */
  public boolean has(Field field) {
    int length = end(field) - start(field);
    return length > 1 || length == 1 && text.bytes()[start(field)] != '-';
  }

  /** The text of a field, valid until the values are cleared; null where it says nothing. */
  public @Nullable Slice slice(Field field) {
    return has(field) ? new Slice(text.bytes(), start(field), end(field)) : null;
  }

  public boolean is(Field field, String word) {
    return AsciiText.equalsIgnoreCase(text.bytes(), start(field), end(field), word);
  }

  public boolean isEqual(Field field, byte[] other, int from, int to) {
    int at = start(field);
    if (end(field) - at != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (Character.toLowerCase(text.bytes()[at++]) != Character.toLowerCase(other[i])) {
        return false;
      }
    }
    return true;
  }

  public boolean endsWith(Field field, String word) {
    int to = end(field);
    int from = to - word.length();
    return from >= start(field) && AsciiText.equalsIgnoreCase(text.bytes(), from, to, word);
  }

  public int id() {
    return id;
  }

  public void id(int value) {
    id = value;
  }

  /** The number that its log gave the event; 0 where that is not said. */
  public long logNumber() {
    return logNumber;
  }

  public void logNumber(long value) {
    logNumber = value;
  }

  /** Is the record left over from former use of the file? */
  boolean recovered() {
    return recovered;
  }

  public void recovered(boolean value) {
    recovered = value;
  }

  /** When it happened; {@link Times#NEVER} where that cannot be read. */
  public long time() {
    return time;
  }

  public void time(long value) {
    time = value;
  }

  /** What the clock showed before it was set, 0 where the values do not say it in this form. */
  public long clockBefore() {
    return clockBefore;
  }

  public long clockAfter() {
    return clockAfter;
  }

  public void clock(long before, long after) {
    clockBefore = before;
    clockAfter = after;
  }
}
