package postmortem.run;

import java.io.IOException;
import java.io.InputStream;

/** Stands for evidence that was there when it was found and cannot be opened now. */
final class FailingStream extends InputStream {

  @Override
  public int read() throws IOException {
    throw new IOException("could not be opened again to be read");
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    return read();
  }
}
