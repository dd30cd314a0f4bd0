package postmortem.parser.firewall;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;
import postmortem.parser.Confidence;
import postmortem.parser.Sample;
import postmortem.text.AsciiText;
import postmortem.text.AsciiTimes;
import postmortem.text.Lines;

/** Looks at a sample: its heads, and how many of its rows can be read by them. */
final class IsaSample {

  private static final int LONGEST_NAME = 63;

  private final IsaRow row = new IsaRow();
  private IsaState state = IsaState.NONE;
  private boolean firewall;
  private boolean microsoft;
  private int good;
  private int bad;
  private String server = "";

  IsaSample(Sample sample) {
    byte[] head = sample.head();
    part(head, Lines.afterMark(head, 0, head.length));
    if (firewall) {
      part(sample.middle(), 0);
      part(sample.tail(), 0);
    }
  }

  /** Only a part that is shorter than it may be ends where its file does. */
  private void part(byte[] b, int from) {
    int start = from;
    while (start < b.length) {
      int lf = AsciiText.indexOf(b, start, b.length, '\n');
      if (lf < 0 && b.length >= Sample.LENGTH) {
        return;
      }
      int end = lf < 0 ? b.length : lf;
      int text = end > start && b[end - 1] == '\r' ? end - 1 : end;
      if (text > start) {
        line(b, start, text);
      }
      start = end + 1;
    }
  }

  private void line(byte[] b, int from, int to) {
    if (b[from] == '#') {
      state = state.after(b, from, to);
      microsoft |= AsciiText.startsWithIgnoreCase(b, from, to, "#Software: Microsoft");
      firewall |= isFirewall(state.columns());
      return;
    }
    Columns columns = state.columns();
    if (columns == null || !isFirewall(columns) || !isRow(columns, b, from, to)) {
      bad++;
      return;
    }
    good++;
    Slice computer = row.slice(Column.COMPUTER);
    if (computer != null) {
      name(computer);
    }
  }

  private static boolean isFirewall(@Nullable Columns columns) {
    return columns != null && columns.areOfFirewall();
  }

  private boolean isRow(Columns columns, byte[] b, int from, int to) {
    return row.cut(columns, b, from, to) == null
        && (!columns.has(Column.TIME) || row.second() >= 0)
        && (!columns.has(Column.DATE) || row.day() != AsciiTimes.NO_DAY);
  }

  /** The first of names in their order, so that files of one stream agree more often. */
  private void name(Slice computer) {
    int dot = computer.indexOf('.');
    int length = dot > 0 ? dot : computer.length();
    if (length <= LONGEST_NAME) {
      String upper = computer.part(0, length).toString().toUpperCase(Locale.ROOT);
      server = server.isEmpty() || upper.compareTo(server) < 0 ? upper : server;
    }
  }

  Confidence confidence() {
    if (!firewall) {
      return Confidence.NONE;
    }
    if (good >= bad && (good > 0 || microsoft)) {
      return Confidence.CERTAIN;
    }
    return good > 0 ? Confidence.LIKELY : Confidence.POSSIBLE;
  }

  /** The firewall's host label, upper case; "" where no row says. */
  String server() {
    return server;
  }
}
