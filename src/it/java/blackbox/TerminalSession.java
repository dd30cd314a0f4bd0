package blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assertions;
import postmortem.testing.Tools;

/** A program in a terminal of tmux: keys in, the screen out. */
final class TerminalSession implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final int BETWEEN_LOOKS = 50;

  private final String tmux;
  private final Path socket;

  private TerminalSession(String tmux, Path socket) {
    this.tmux = tmux;
    this.socket = socket;
  }

  /**
   * Starts a program.
   *
   * @param folder for the socket of this terminal, and for what the program says on stderr
   */
  static TerminalSession start(Path folder, int columns, int rows, List<String> command)
      throws IOException, InterruptedException {
    String tmux = Tools.require("tmux").toString();
    // a name of its own, because the server of the last one may still be ending
    TerminalSession session =
        new TerminalSession(tmux, folder.resolve("tmux-" + System.nanoTime()));
    List<String> start =
        new ArrayList<>(
            List.of(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                String.valueOf(columns),
                "-y",
                String.valueOf(rows),
                "env",
                "LANG=C.UTF-8"));
    start.addAll(command);
    session.tmux(start);
    return session;
  }

  /** Types text as it is. */
  TerminalSession type(String text) throws IOException, InterruptedException {
    // tmux takes a semicolon at the end for its own
    tmux(List.of("send-keys", "-l", text.endsWith(";") ? text.replaceAll(";$", "\\\\;") : text));
    return this;
  }

  /** Presses keys by their names: {@code Enter}, {@code C-c}, {@code Tab}. */
  TerminalSession press(String... keys) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    tmux(command);
    return this;
  }

  TerminalSession resize(int columns, int rows) throws IOException, InterruptedException {
    tmux(List.of("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows)));
    return this;
  }

  /** The screen, when it shows this text. */
  String awaitText(String text) throws IOException, InterruptedException {
    return await("shows " + text, screen -> screen.contains(text));
  }

  /** The screen, when it is as it should be; a test that waits in vain fails. */
  String await(String what, Predicate<String> wanted) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    String screen = screen();
    while (!wanted.test(screen)) {
      if (System.nanoTime() > end) {
        Assertions.fail("the screen never " + what + ":\n" + screen);
      }
      Thread.sleep(BETWEEN_LOOKS);
      screen = screen();
    }
    return screen;
  }

  /** What is on the screen, without colours. */
  String screen() throws IOException, InterruptedException {
    return tmux(List.of("capture-pane", "-p"));
  }

  /** What is on the screen, with the sequences that colour it. */
  String colours() throws IOException, InterruptedException {
    return tmux(List.of("capture-pane", "-p", "-e"));
  }

  private String tmux(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tmux, "-S", socket.toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("tmux: " + said);
    }
    return said;
  }

  /** Has the program ended, and the terminal with it? */
  boolean hasEnded() throws InterruptedException {
    try {
      screen();
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      tmux(List.of("kill-server"));
    } catch (IOException e) {
      // it had ended by itself
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
