package postmortem.parser.exchange;

import postmortem.parser.Confidence;
import postmortem.parser.Sample;
import postmortem.text.AsciiText;
import postmortem.text.Lines;

/** Looks at a sample: its heads, and rows that message tracking since 2007 has. */
final class TrackingSample {

  private final TrackingRow row = new TrackingRow();
  private TrackingLayout layout = TrackingLayout.UNSAID;
  private boolean said;
  private boolean foreign;
  private int good;
  private int bad;
  private String server = "";

  TrackingSample(Sample sample) {
    byte[] b = sample.head();
    int start = Lines.afterMark(b, 0, b.length);
    while (start < b.length) {
      int lf = AsciiText.indexOf(b, start, b.length, '\n');
      if (lf < 0 && b.length >= Sample.LENGTH) {
        break;
      }
      int end = lf < 0 ? b.length : lf;
      line(b, start, end > start && b[end - 1] == '\r' ? end - 1 : end);
      start = end + 1;
    }
    if (server.isEmpty()) {
      server = new LogPath(sample.path()).server();
    }
  }

  private void line(byte[] b, int from, int to) {
    if (from == to) {
      return;
    }
    if (b[from] == '#') {
      layout = layout.after(b, from, to);
      boolean type = AsciiText.startsWithIgnoreCase(b, from, to, "#Log-type:");
      said |= type && !layout.foreign();
      foreign |= layout.foreign() && good == 0;
      return;
    }
    if (row.read(b, from, to, layout) != null
        || row.slice(TrackingColumn.SOURCE) == null
        || row.slice(TrackingColumn.EVENT) == null) {
      bad++;
      return;
    }
    good++;
    // of a SEND the server is the other one, so that only rows of our own receiving name ours
    if (row.is(TrackingColumn.EVENT, "RECEIVE")) {
      String name = OldTrackingSample.label(row.slice(TrackingColumn.SERVER_HOST));
      if (server.isEmpty() || !name.isEmpty() && name.compareTo(server) < 0) {
        server = name;
      }
    }
  }

  Confidence confidence() {
    if (foreign) {
      return Confidence.NONE;
    }
    if (said || layout.named() && layout.readable() && layout.has(TrackingColumn.RECIPIENT)) {
      return good >= bad ? Confidence.CERTAIN : Confidence.LIKELY;
    }
    if (layout.named()) {
      return Confidence.NONE;
    }
    if (good >= 2 && good * 10 >= (good + bad) * 9) {
      return Confidence.LIKELY;
    }
    return good > bad ? Confidence.POSSIBLE : Confidence.NONE;
  }

  /** Our server's host label, upper case; "" where neither rows nor folders say. */
  String server() {
    return server;
  }
}
