package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import postmortem.store.QueryException;

/** Answers to a pipe, complaints to another: nobody looks on. */
final class Pipe implements Screen {

  private final OutputStream out;
  private final PrintWriter err;

  Pipe(OutputStream out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Display display() {
    return Display.UNLIMITED;
  }

  @Override
  public long mostRows() {
    return Long.MAX_VALUE;
  }

  @Override
  public boolean drawsBlocks() {
    return false;
  }

  @Override
  public void show(Content content) throws IOException, QueryException {
    try {
      content.to(out);
    } finally {
      out.flush();
    }
  }

  @Override
  public void say(String line) {
    // an answer is all that is wanted
  }

  @Override
  public void complain(String line, String place) {
    err.println("postmortem: " + line);
    err.print(place);
    err.flush();
  }
}
