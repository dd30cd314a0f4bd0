package postmortem.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Standard output, of which is remembered why it could not be written: a print stream forgets. */
final class ResultStream extends OutputStream {

  private final OutputStream out;
  private @Nullable String lost;

  ResultStream(OutputStream out) {
    this.out = out;
  }

  /** Why something was lost; null where nothing was, or nobody listens any more. */
  @Nullable String lost() {
    return lost;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      boolean closed =
          why.toLowerCase(Locale.ROOT).contains("pipe") || why.contains("Bad file descriptor");
      lost = closed ? lost : why;
      throw e;
    }
  }
}
