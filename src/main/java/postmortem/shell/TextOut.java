package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text on its way out, in UTF-8, some at once. */
final class TextOut {

  private static final int FULL = 1 << 15;

  private final OutputStream out;
  private final StringBuilder text = new StringBuilder();

  TextOut(OutputStream out) {
    this.out = out;
  }

  /** What is put together; {@link #endLine} hands it over from time to time. */
  StringBuilder text() {
    return text;
  }

  void endLine(String end) throws IOException {
    text.append(end);
    if (text.length() >= FULL) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
    out.flush();
  }
}
