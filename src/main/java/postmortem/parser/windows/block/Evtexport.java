package postmortem.parser.windows.block;

import postmortem.event.Times;
import postmortem.parser.windows.CodePage;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.Unsaid;
import postmortem.parser.windows.Utf8Text;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;
import postmortem.text.IsoTime;
import postmortem.text.Lines;

/**
 * What {@code evtexport} and {@code evtxexport} write: a line for each value, and one for each
 * insertion string, which may go on below it. Times are UTC.
 */
final class Evtexport implements BlockForm {

  private static final String BEGIN = "Event number\t";
  private static final String STRING = "String: ";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private final EventValues values = new EventValues();
  private final BlockLine line = new BlockLine();
  private final Utf8Text iso = new Utf8Text();
  private final CodePage codePage;
  private final Unsaid unsaid;
  private byte[] b = new byte[0];
  private int to;
  private int strings; // where the first begins
  private boolean created;

  Evtexport(CodePage codePage, Unsaid unsaid) {
    this.codePage = codePage;
    this.unsaid = unsaid;
  }

  @Override
  public boolean begins(byte[] bytes, int from, int limit) {
    return AsciiText.startsWithIgnoreCase(bytes, Lines.afterMark(bytes, from, limit), limit, BEGIN);
  }

  @Override
  public boolean head(byte[] bytes, int from, int limit) {
    b = bytes;
    to = limit;
    strings = to;
    created = false;
    line.in(b, from, to);
    while (line.move()) {
      if (line.is(STRING)) {
        strings = line.start();
        break;
      }
      header();
    }
    if (values.id() > 0 && !values.has(Field.CHANNEL)) {
      unsaid.complete(values);
    }
    return values.id() > 0;
  }

  private void header() {
    int from = line.value();
    int end = line.valueEnd();
    if (line.is(BEGIN)) {
      values.logNumber(Math.max(0, AsciiNumbers.unsigned(b, from, end)));
    } else if (line.is("Creation time\t")) {
      values.time(time(from, end));
      created = values.time() != Times.NEVER;
    } else if (line.is("Written time\t") && !created) {
      values.time(time(from, end));
    } else if (line.is("Computer name\t")) {
      put(Field.COMPUTER, from, end);
    } else if (line.is("Source name\t")) {
      put(Field.PROVIDER, from, end);
    } else if (line.is("Channel name\t")) {
      put(Field.CHANNEL, from, end);
    } else if (line.is("Event identifier\t")) {
      values.id(id(from, end));
    }
  }

  private void put(Field field, int from, int end) {
    codePage.decode(values.begin(), b, from, end);
    values.finish(field);
  }

  /** In hex and, behind it in brackets, in decimal; 0 where it is not. */
  private int id(int from, int end) {
    int open = AsciiText.indexOf(b, from, end, '(');
    int close = open < 0 ? -1 : AsciiText.indexOf(b, open, end, ')');
    return close < 0 ? 0 : (int) Math.max(0, AsciiNumbers.unsigned(b, open + 1, close)) & 0xffff;
  }

  /** "Jul 01, 2003 09:00:00.123 UTC", or the same in ISO 8601. */
  private long time(int from, int end) {
    int month = from + 3 <= end ? month(from) : 0;
    if (month == 0 || end - from < 21 || b[from + 3] != ' ' || b[from + 6] != ',') {
      return IsoTime.nanos(b, from, end);
    }
    int zone = AsciiText.find(b, from, end, " UTC");
    if (zone < from + 21) {
      return Times.NEVER;
    }
    iso.cut(0);
    iso.copy(b, from + 8, from + 12);
    iso.put('-');
    iso.put('0' + month / 10);
    iso.put('0' + month % 10);
    iso.put('-');
    iso.copy(b, from + 4, from + 6);
    iso.put('T');
    iso.copy(b, from + 13, zone);
    return IsoTime.nanos(iso.bytes(), 0, iso.length());
  }

  /** From 1; 0 where there is none. */
  private int month(int at) {
    for (int m = 0; m < MONTHS.length(); m += 3) {
      if (AsciiText.startsWithIgnoreCase(b, at, at + 3, MONTHS.substring(m, m + 3))) {
        return m / 3 + 1;
      }
    }
    return 0;
  }

  @Override
  public void data(KnownEvent known) {
    line.in(b, strings, to);
    int open = -1; // where the value begins that has not ended
    int number = 0;
    while (line.move()) {
      int value = line.is(STRING) ? value(number + 1) : -1;
      if (value >= 0) {
        string(open, line.start());
        open = value;
        number++;
      }
    }
    string(open, to);
    known.takeStrings(values);
  }

  /** Where the value of a string begins; -1 where the line has not the string of this number. */
  private int value(int number) {
    int from = line.start() + STRING.length();
    int tab = AsciiText.indexOf(b, from, line.end(), '\t');
    if (tab < 0 || AsciiNumbers.unsigned(b, from, tab) != number) {
      return -1;
    }
    int colon = AsciiText.indexOf(b, tab, line.end(), ':');
    return colon < 0 ? line.end() : Math.min(line.end(), colon + 2);
  }

  private void string(int from, int below) {
    if (from < 0) {
      return;
    }
    int end = below;
    while (end > from && (b[end - 1] == '\n' || b[end - 1] == '\r')) {
      end--;
    }
    codePage.decode(values.begin(), b, from, end);
    values.endString();
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public EventValues values() {
    return values;
  }
}
