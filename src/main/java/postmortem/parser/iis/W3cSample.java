package postmortem.parser.iis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;
import postmortem.event.Span;
import postmortem.parser.Sample;
import postmortem.text.AsciiText;
import postmortem.text.Lines;

/** What the lines of a sample are: rows of the SMTP service, other rows, or neither. */
final class W3cSample {

  private static final int LONGEST_NAME = 63;

  /** The first of names in their order, so that files of one stream agree more often. */
  private static final class Name {
    private final Column column;
    private @Nullable Slice last; // the rows of a file nearly always say the same
    private String first = "";

    private Name(Column column) {
      this.column = column;
    }

    private void see(W3cRow row) {
      long span = row.span(column);
      int length = Span.end(span) - Span.start(span);
      if (length == 0 || length > LONGEST_NAME) {
        return;
      }
      Slice found = new Slice(row.block(), Span.start(span), Span.end(span));
      if (last == null || !found.equals(last)) {
        last = found;
        String upper = found.toString().toUpperCase(Locale.ROOT);
        first = first.isEmpty() || upper.compareTo(first) < 0 ? upper : first;
      }
    }
  }

  private final W3cRow row = new W3cRow();
  private @Nullable Columns columns;
  private boolean header;
  private boolean iis;
  private boolean web;
  private int smtp;
  private int other;
  private int bad;
  private final Name site = new Name(Column.SITE);
  private final Name server = new Name(Column.COMPUTER);

  W3cSample(Sample sample) {
    byte[] head = sample.head();
    part(head, Lines.afterMark(head, 0, head.length));
    part(sample.middle(), 0);
    part(sample.tail(), 0);
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
      line(b, start, AsciiText.trimEnd(b, start, text));
      start = end + 1;
    }
  }

  private void line(byte[] b, int from, int to) {
    if (from == to) {
      return;
    }
    if (b[from] == '#') {
      directive(b, from, to);
      return;
    }
    boolean headless = columns == null;
    Columns used = columns == null ? Columns.FULL : columns;
    boolean cut = row.cut(used, b, from, to) == null;
    if (!cut || !hasTime()) {
      bad++;
      return;
    }
    boolean named = SmtpRows.namesService(row) || SmtpRows.namesProtocol(row);
    if (named || !headless && SmtpRows.isSmtp(row) && speaksSmtp()) {
      smtp++;
      names();
    } else if (!SmtpRows.isSmtp(row)) {
      other++;
    } // else QUIT and the like, which other services have too
  }

  private void directive(byte[] b, int from, int to) {
    iis |= AsciiText.startsWithIgnoreCase(b, from, to, "#Software: Microsoft Internet Information");
    if (AsciiText.startsWithIgnoreCase(b, from, to, "#Fields:")) {
      Columns found = Columns.parse(b, from + "#Fields:".length(), to);
      if (found != null && found.known() >= 2) {
        columns = found;
        header = true;
        web |= AsciiText.contains(b, from, to, "sc-substatus");
      }
    }
  }

  private boolean hasTime() {
    return !row.has(Column.TIME) || row.second() >= 0;
  }

  private boolean speaksSmtp() {
    if (row.begins(Column.USER, "OutboundConnection")) {
      return true;
    }
    long verb = row.span(Column.METHOD);
    return SmtpVerb.of(row.block(), Span.start(verb), Span.end(verb)).isMail();
  }

  private void names() {
    site.see(row);
    server.see(row);
  }

  /** Was there a {@code #Fields} with columns of IIS? */
  boolean header() {
    return header;
  }

  /** Does the file say that IIS wrote it, and has no column that only web logs have? */
  boolean mayBeEmptyLog() {
    return iis && header && !web && smtp + other + bad == 0;
  }

  /** Rows of the SMTP service. */
  int smtp() {
    return smtp;
  }

  /** Lines that are no rows of the columns that are named. */
  int bad() {
    return bad;
  }

  /** The virtual server, upper case; "" where no row says. */
  String site() {
    return site.first;
  }

  /** The machine, upper case; "" where no row says. */
  String server() {
    return server.first;
  }
}
