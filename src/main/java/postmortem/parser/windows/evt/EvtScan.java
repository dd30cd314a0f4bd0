package postmortem.parser.windows.evt;

import postmortem.event.Times;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.Unsaid;
import postmortem.text.AsciiText;

/**
 * Takes from the records what is asked for: number and time at once, the rest of an event only if
 * somebody asks (evt-evtx-binary.md, 1.2).
 */
final class EvtScan {

  private static final int TAIL = 4;
  private static final int SOURCE = 56;

  /** Nobody asks for more. */
  private static final int MAX_STRINGS = 64;

  private final EventValues values;
  private final Unsaid unsaid;
  private byte[] b = new byte[0];
  private int from;
  private int to;
  private boolean named;

  EvtScan(EventValues values, Unsaid unsaid) {
    this.values = values;
    this.unsaid = unsaid;
  }

  /** Reads number and time of a record, with its lengths at both ends. */
  void head(byte[] bytes, int start, int end) {
    b = bytes;
    from = start;
    to = end - TAIL;
    named = false;
    values.clear();
    values.id(four(20) & 0xffff); // above are severity and facility
    values.logNumber(number());
    long time = four(12) & 0xffff_ffffL;
    if (time == 0) {
      time = four(16) & 0xffff_ffffL;
    }
    values.time(time == 0 ? Times.NEVER : time * Times.SECOND);
  }

  /** There is no record: then it has no values. */
  void none() {
    named = true;
    values.clear();
  }

  private int four(int at) {
    return AsciiText.four(b, from + at);
  }

  private int two(int at) {
    return four(at) & 0xffff;
  }

  /** The number that the log itself gave it. */
  long number() {
    return four(8) & 0xffff_ffffL;
  }

  int type() {
    return two(24);
  }

  int category() {
    return two(28);
  }

  /** Reads source, computer and channel, if that has not been done; false where they do not end. */
  boolean names() {
    if (named) {
      return true;
    }
    named = true;
    int source = end(from + SOURCE);
    int computer = source < 0 ? -1 : end(source + 2);
    if (computer < 0) {
      return false;
    }
    values.begin().utf16(b, from + SOURCE, source);
    values.finish(Field.PROVIDER);
    values.begin().utf16(b, source + 2, computer);
    values.finish(Field.COMPUTER);
    unsaid.complete(values);
    return true;
  }

  /** Where the text ends that begins here; -1 where it does not. */
  int end(int start) {
    for (int i = start; i + 1 < to; i += 2) {
      if (b[i] == 0 && b[i + 1] == 0) {
        return i;
      }
    }
    return -1;
  }

  /** How many insertion strings it says that it has. */
  int strings() {
    return two(26);
  }

  /** Where the first of them begins, if there is one; -1 where that is not in the record. */
  int firstString() {
    return place(36);
  }

  /** Reads the insertion strings; false where they are not all in the record. */
  boolean data() {
    int count = Math.min(strings(), MAX_STRINGS);
    if (count == 0) {
      return true; // then their place means nothing
    }
    int at = firstString();
    for (int i = 0; i < count; i++) {
      int end = at < 0 ? -1 : end(at);
      if (end < 0) {
        return false;
      }
      values.begin().utf16(b, at, end);
      values.endString();
      at = end + 2;
    }
    return true;
  }

  /** The place that is named at a place of the record; -1 where it is not in the record. */
  private int place(int at) {
    int there = four(at);
    return there >= SOURCE && there < to - from ? from + there : -1;
  }

  /** Where the user's identifier is; -1 where there is none. */
  int sid() {
    int at = sidLength() > 0 ? place(44) : -1;
    return at >= 0 && sidLength() <= to - at ? at : -1;
  }

  int sidLength() {
    return four(40);
  }

  byte[] bytes() {
    return b;
  }
}
