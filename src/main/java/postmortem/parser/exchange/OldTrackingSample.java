package postmortem.parser.exchange;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;
import postmortem.parser.Confidence;
import postmortem.parser.Sample;
import postmortem.text.AsciiText;
import postmortem.text.Lines;

/** Looks at a sample: the head of a tracking log of 2000 or 2003, and rows that are its rows. */
final class OldTrackingSample {

  private static final int LONGEST_NAME = 63;

  private final OldTrackingRow row = new OldTrackingRow();
  private boolean head;
  private int good;
  private int bad;
  private String server;

  OldTrackingSample(Sample sample) {
    server = "";
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
      server = folder(sample.path());
    }
  }

  private void line(byte[] b, int from, int to) {
    if (from == to) {
      return;
    }
    if (b[from] == '#') {
      head |= AsciiText.startsWithIgnoreCase(b, from, to, "# Message Tracking Log File");
      return;
    }
    if (row.read(b, from, to) != null) {
      bad++;
      return;
    }
    good++;
    String name = label(row.slice(OldTrackingRow.SERVER));
    if (server.isEmpty() || !name.isEmpty() && name.compareTo(server) < 0) {
      server = name;
    }
  }

  /** The first label of a host's name, upper case; "" where there is none. */
  static String label(@Nullable Slice host) {
    int dot = host == null ? -1 : host.indexOf('.');
    int length = host == null ? 0 : dot < 0 ? host.length() : dot;
    return host == null || length > LONGEST_NAME
        ? ""
        : host.part(0, length).toString().strip().toUpperCase(Locale.ROOT);
  }

  /** {@code MAIL01.log} is the folder of MAIL01 (exchange-logs.md, 1). */
  private static String folder(String path) {
    int end = path.lastIndexOf('/');
    int start = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('!', end - 1)) + 1;
    String name = end < 0 ? "" : path.substring(start, end).toUpperCase(Locale.ROOT);
    return name.endsWith(".LOG") ? name.substring(0, name.length() - 4) : "";
  }

  Confidence confidence() {
    if (head) {
      return good >= bad ? Confidence.CERTAIN : Confidence.LIKELY;
    }
    if (good >= 2 && good * 10 >= (good + bad) * 9) {
      return Confidence.LIKELY;
    }
    return good > bad ? Confidence.POSSIBLE : Confidence.NONE;
  }

  /** The server's host label, upper case; "" where neither rows nor folder say. */
  String server() {
    return server;
  }
}
