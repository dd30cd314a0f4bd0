package postmortem.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Standard output, of which is remembered why it could not be written: a print stream forgets. */
final class ResultStream extends OutputStream {

  private final OutputStream out;
  private @Nullable String lost; // why something was; not where nobody listens

  ResultStream(OutputStream out) {
    this.out = out;
  }

  /** Could all be written, or does nobody listen any more? Else says why not. */
  int status(PrintStream err) {
    if (lost == null) {
      return ExitStatus.DONE;
    }
    err.println("postmortem: cannot write the result to stdout: " + lost);
    return ExitStatus.COULD_NOT;
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
