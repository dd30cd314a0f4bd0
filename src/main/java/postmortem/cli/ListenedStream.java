package postmortem.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output, which notices when nobody reads it any more: a print stream goes on. */
final class ListenedStream extends OutputStream {

  private final PrintStream out;

  ListenedStream(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    if (out.checkError()) {
      throw new NobodyListensException();
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  /** Nothing more can be written; {@link ResultStream} knows whether that is a fault. */
  static final class NobodyListensException extends IOException {
    private static final long serialVersionUID = 1L;

    NobodyListensException() {
      super("nobody reads stdout");
    }
  }
}
