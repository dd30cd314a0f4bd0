package postmortem.parser.windows.xml;

import org.jspecify.annotations.Nullable;
import postmortem.event.Times;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;
import postmortem.text.IsoTime;

/**
 * Takes from the XML of an event what is asked for: a scan of its bytes, not a reader of all XML.
 */
final class EventXmlScan {

  /** Where in the event we are. */
  private enum Section {
    TOP,
    SYSTEM,
    DATA,
    RENDERING
  }

  private final EventValues values;
  private byte[] b = new byte[0];
  private int to;
  private int i;
  private Section section = Section.TOP;
  private @Nullable Field field; // that the text is of
  private boolean string; // the text is the next insertion string
  private boolean number; // the text is that of the event
  private boolean logNumber; // the text is that of the record in its log
  private boolean open; // text is collected
  private int mark;
  private int tag; // where the current start tag begins
  private int dataFrom;
  private boolean system;

  EventXmlScan(EventValues values) {
    this.values = values;
  }

  /** Reads what stands in System; false where there is no number of an event. */
  boolean head(byte[] block, int from, int end) {
    values.clear();
    values.id(-1);
    b = block;
    to = end;
    i = from;
    section = Section.TOP;
    dataFrom = -1;
    system = true;
    run();
    if (dataFrom < 0) {
      dataFrom = i;
    }
    return values.id() >= 0;
  }

  /** Reads what the event says. */
  void data() {
    i = dataFrom;
    section = Section.TOP;
    system = false;
    run();
  }

  /** To the end; while System is read, to the end of that. */
  private void run() {
    open = false;
    while (i < to) {
      if (b[i] != '<') {
        int from = i;
        i = next('<');
        if (open) {
          XmlReferences.copy(b, from, i, values.text());
        }
      } else if (i + 1 < to && b[i + 1] == '/') {
        if (close() && system) {
          return;
        }
      } else if (i + 1 < to && (b[i + 1] == '!' || b[i + 1] == '?')) {
        special();
      } else {
        start();
      }
    }
  }

  private int next(char c) {
    int found = AsciiText.indexOf(b, i, to, c);
    return found < 0 ? to : found;
  }

  private void special() {
    if (AsciiText.startsWithIgnoreCase(b, i, to, "<![CDATA[")) {
      int from = i + 9;
      int end = AsciiText.find(b, from, to, "]]>");
      end = end < 0 ? to : end;
      if (open) {
        values.text().copy(b, from, end);
      }
      i = Math.min(to, end + 3);
      return;
    }
    boolean comment = AsciiText.startsWithIgnoreCase(b, i, to, "<!--");
    int end = AsciiText.find(b, i, to, comment ? "-->" : ">");
    i = end < 0 ? to : end + (comment ? 3 : 1);
  }

  /** An end tag; true where it is that of System. */
  private boolean close() {
    int name = name(i + 2);
    int nameEnd = nameEnd(name);
    i = Math.min(to, next('>') + 1);
    collected();
    switch (section) {
      case SYSTEM -> {
        if (is(name, nameEnd, "System")) {
          section = Section.TOP;
          return true;
        }
      }
      case DATA -> {
        if (is(name, nameEnd, "EventData") || is(name, nameEnd, "UserData")) {
          section = Section.TOP;
        }
      }
      case RENDERING -> {
        if (is(name, nameEnd, "RenderingInfo")) {
          section = Section.TOP;
        }
      }
      case TOP -> {
        // the event itself
      }
    }
    return false;
  }

  private boolean is(int from, int end, String word) {
    return end - from == word.length() && AsciiText.equalsIgnoreCase(b, from, end, word);
  }

  /** Behind the prefix of a name. */
  private int name(int from) {
    int end = nameEnd(from);
    int colon = AsciiText.indexOf(b, from, end, ':');
    return colon < 0 ? from : colon + 1;
  }

  private int nameEnd(int from) {
    int end = from;
    while (end < to && b[end] > ' ' && b[end] != '>' && b[end] != '/' && b[end] != '=') {
      end++;
    }
    return end;
  }

  private void start() {
    collected();
    tag = i;
    int name = name(i + 1);
    int nameEnd = nameEnd(name);
    i = nameEnd;
    field = null;
    string = false;
    number = false;
    logNumber = false;
    open = false;
    boolean enters = section == Section.TOP;
    if (enters) {
      enter(name, nameEnd);
    }
    boolean data = section == Section.DATA && is(name, nameEnd, "Data");
    boolean named = attributes(name, nameEnd, data);
    boolean empty = i < to && b[i] == '/';
    i = Math.min(to, next('>') + 1);
    content(name, nameEnd, data, named, enters);
    if (empty) {
      collected();
      if (enters) {
        section = Section.TOP;
      }
    }
  }

  /** Reads those of a start tag that are asked for; true where they hold the name of a value. */
  private boolean attributes(int name, int nameEnd, boolean data) {
    boolean provider = section == Section.SYSTEM && is(name, nameEnd, "Provider");
    boolean created = section == Section.SYSTEM && is(name, nameEnd, "TimeCreated");
    boolean named = false;
    while (i < to && b[i] != '>' && b[i] != '/') {
      int attribute = i;
      int attributeEnd = nameEnd(attribute);
      if (attributeEnd == attribute) {
        i++;
        continue;
      }
      i = attributeEnd;
      int value = value();
      if (value < 0) {
        continue;
      }
      if (provider && is(attribute, attributeEnd, "Name")) {
        values.begin();
        XmlReferences.copy(b, value, i - 1, values.text());
        values.finish(Field.PROVIDER);
      } else if (created && is(attribute, attributeEnd, "SystemTime")) {
        values.time(IsoTime.nanos(b, value, i - 1));
      } else if (data && is(attribute, attributeEnd, "Name")) {
        named = true;
        field = Field.named(b, value, i - 1);
      }
    }
    return named;
  }

  private void enter(int name, int nameEnd) {
    if (is(name, nameEnd, "System")) {
      section = Section.SYSTEM;
    } else if (is(name, nameEnd, "EventData") || is(name, nameEnd, "UserData")) {
      section = Section.DATA;
      if (system && dataFrom < 0) {
        dataFrom = tag;
      }
    } else if (is(name, nameEnd, "RenderingInfo")) {
      section = Section.RENDERING;
    }
  }

  /** Is the text of the element asked for? */
  private void content(int name, int nameEnd, boolean data, boolean named, boolean enters) {
    if (enters) {
      return;
    }
    if (section == Section.SYSTEM && system) {
      number = is(name, nameEnd, "EventID");
      logNumber = is(name, nameEnd, "EventRecordID");
      if (is(name, nameEnd, "Channel")) {
        field = Field.CHANNEL;
      } else if (is(name, nameEnd, "Computer")) {
        field = Field.COMPUTER;
      }
    } else if (section == Section.DATA && !system) {
      string = data && !named;
      field = data ? field : Field.named(b, name, nameEnd);
    }
    open = field != null || string || number || logNumber;
    if (open) {
      values.begin();
      mark = values.text().length();
    }
  }

  private void collected() {
    if (!open) {
      return;
    }
    open = false;
    if (number) {
      byte[] text = values.bytes();
      long id = AsciiNumbers.unsigned(text, mark, values.text().length());
      values.id(id < 0 || id > 0xffff_ffffL ? -1 : (int) id & 0xffff);
    } else if (logNumber) {
      long told = AsciiNumbers.unsigned(values.bytes(), mark, values.text().length());
      values.logNumber(Math.max(0, told));
    } else if (string) {
      values.endString();
    } else if (field != null) {
      values.finish(field);
    }
  }

  /** The first byte of an attribute's value, and {@code i} behind its quote; -1 where none is. */
  private int value() {
    while (i < to && (b[i] <= ' ' && b[i] >= 0 || b[i] == '=')) {
      i++;
    }
    if (i == to || b[i] != '"' && b[i] != '\'') {
      return -1;
    }
    char quote = (char) b[i];
    int from = ++i;
    i = next(quote);
    if (i == to) {
      return -1;
    }
    i++;
    return from;
  }

  /** Was the time readable? */
  boolean timed() {
    return values.time() != Times.NEVER;
  }
}
