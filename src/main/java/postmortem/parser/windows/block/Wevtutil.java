package postmortem.parser.windows.block;

import postmortem.event.Times;
import postmortem.parser.ParseSettings;
import postmortem.parser.windows.CodePage;
import postmortem.parser.windows.Description;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.LocalClock;
import postmortem.parser.windows.Utf8Text;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;
import postmortem.text.IsoTime;

/**
 * What {@code wevtutil qe /f:text} writes: twelve lines whose order is that of every language, the
 * last of them the text of the event, which goes on below it (windows-event-logs.md, 3).
 */
final class Wevtutil implements BlockForm {

  private static final int LOG = 1;
  private static final int SOURCE = 2;
  private static final int DATE = 3;
  private static final int ID = 4;
  private static final int TEXT = 12;

  private static final int DATE_TIME = 19; // 2023-05-12T16:02:02

  private final EventValues values = new EventValues();
  private final Description description = new Description(values);
  private final BlockLine line = new BlockLine();
  private final CodePage codePage;
  private final ParseSettings settings;
  private byte[] b = new byte[0];
  private int to;
  private int text; // where it begins
  private boolean local;
  private long number = NONE;

  Wevtutil(CodePage codePage, ParseSettings settings) {
    this.codePage = codePage;
    this.settings = settings;
  }

  /** A word with a number in brackets, above a line with a label. */
  @Override
  public boolean begins(byte[] bytes, int from, int limit) {
    BlockLine first = new BlockLine();
    first.in(bytes, from, limit);
    if (!first.move() || !isNumbered(bytes, first.start(), first.end())) {
      return false;
    }
    return first.move() && first.isLabelled() && first.value() < first.end();
  }

  private static boolean isNumbered(byte[] b, int from, int to) {
    int i = to;
    while (i > from && (b[i - 1] == ' ' || b[i - 1] == ':')) {
      i--;
    }
    if (i == from || b[--i] != ']') {
      return false;
    }
    int close = i;
    while (i > from && b[i - 1] >= '0' && b[i - 1] <= '9') {
      i--;
    }
    int word = i - 1 - from;
    boolean blank = b[from] == ' ' || b[from] == '\t';
    return i < close && word > 0 && word < 40 && b[i - 1] == '[' && !blank;
  }

  private long number(int from, int end) {
    int open = AsciiText.indexOf(b, from, end, '[');
    int close = open < 0 ? -1 : AsciiText.indexOf(b, open, end, ']');
    return close < 0 ? NONE : AsciiNumbers.unsigned(b, open + 1, close);
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public boolean head(byte[] bytes, int from, int limit) {
    b = bytes;
    to = limit;
    text = -1;
    int textEnd = -1;
    line.in(b, from, to);
    number = line.move() ? number(line.start(), line.end()) : NONE;
    int indent = 0;
    int computer = -1;
    int computerEnd = -1;
    for (int n = 1; n <= TEXT && line.move(); n++) {
      if (n == 1) {
        indent = line.indent();
      } else if (line.indent() < indent) {
        break;
      }
      header(n);
      computer = text;
      computerEnd = textEnd;
      text = line.value();
      textEnd = line.valueEnd();
    }
    if (computer >= 0) {
      put(Field.COMPUTER, computer, computerEnd);
    }
    return computer >= 0 && values.id() > 0;
  }

  private void header(int n) {
    int from = line.value();
    int end = line.valueEnd();
    switch (n) {
      case LOG -> put(Field.CHANNEL, from, end);
      case SOURCE -> put(Field.PROVIDER, from, end);
      case DATE -> values.time(time(from, end));
      case ID -> values.id((int) Math.max(0, AsciiNumbers.unsigned(b, from, end)) & 0xffff);
      default -> {
        // the computer, if it is the line before the text
      }
    }
  }

  private void put(Field field, int from, int end) {
    codePage.decode(values.begin(), b, from, end);
    values.finish(field);
  }

  private long time(int from, int end) {
    long time = IsoTime.nanos(b, from, end);
    local = time != Times.NEVER && !isZoned(from + DATE_TIME, end);
    return local ? new LocalClock(settings.zone()).utc(time) : time;
  }

  /** Windows 10 and later write a {@code Z}. */
  private boolean isZoned(int from, int end) {
    for (int i = from; i < end; i++) {
      if (b[i] == 'Z' || b[i] == '+' || b[i] == '-') {
        return true;
      }
    }
    return false;
  }

  @Override
  public void data(KnownEvent known) {
    Utf8Text all = values.begin();
    int start = all.length();
    codePage.decode(all, b, text, to);
    description.read(known, start, all.length());
  }

  @Override
  public boolean isLocal() {
    return local;
  }

  @Override
  public EventValues values() {
    return values;
  }
}
