package postmortem.run;

import java.io.Closeable;
import java.io.IOException;
import postmortem.event.Hash;
import postmortem.text.Lines;

/** The lines of a file that are neither directives nor empty. */
final class DataLines implements Closeable {

  private final Lines lines;

  DataLines(Lines lines) {
    this.lines = lines;
  }

  boolean next() throws IOException {
    while (lines.next()) {
      if (!lines.tooLong() && !lines.isEmpty() && lines.block()[lines.start()] != '#') {
        return true;
      }
    }
    return false;
  }

  long hash() {
    return Hash.of(lines.block(), lines.start(), lines.end(), 0);
  }

  /** An offset after the current line that is not after the start of the next. */
  long end() {
    return lines.offset() + lines.length() + 1;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
