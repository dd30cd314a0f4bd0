package postmortem.cli;

import java.io.PrintWriter;
import java.util.Locale;
import postmortem.run.Progress;

/** One line on stderr that never scrolls; silent where stderr is no terminal. */
final class ProgressLine implements Progress {

  private final PrintWriter err;
  private int shown = -1;

  private ProgressLine(PrintWriter err) {
    this.err = err;
  }

  /** A line, or silence where nobody would see it. */
  static Progress on(PrintWriter err, boolean wanted) {
    return wanted && Terminal.STDERR.isTerminal() ? new ProgressLine(err) : Progress.NONE;
  }

  @Override
  public synchronized void read(long done, long total) {
    int percent = total <= 0 ? 100 : (int) Math.min(100, done * 100 / total);
    if (percent != shown) {
      shown = percent;
      err.print(String.format(Locale.ROOT, "\rreading %3d %%", percent));
      err.flush();
    }
  }

  /** Takes the line away. */
  static void clear(PrintWriter err, Progress progress) {
    if (progress instanceof ProgressLine) {
      err.print("\r             \r");
      err.flush();
    }
  }
}
