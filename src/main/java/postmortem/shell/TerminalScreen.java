package postmortem.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp;
import org.jline.utils.OSUtils;
import postmortem.store.QueryException;

/** A terminal with somebody in front of it: what is longer than the screen is shown by pages. */
final class TerminalScreen implements Screen, AutoCloseable {

  private static final long MOST_ROWS = 10_000;
  private static final int MOST_BYTES = 4 << 20;
  private static final int CELL = 60;
  private static final String MORE = "-- space: more, /: search, q: back to the question --";

  private final Terminal terminal;
  private final boolean colours;

  private TerminalScreen(Terminal terminal, boolean colours) {
    this.terminal = terminal;
    this.colours = colours && !isDumb();
  }

  /**
   * Takes over the terminal of the process.
   *
   * @param cancel is called when somebody presses Ctrl-C while something is worked out
   */
  static TerminalScreen open(boolean colours, Runnable cancel) throws IOException {
    Terminal terminal =
        TerminalBuilder.builder().system(true).dumb(true).encoding(StandardCharsets.UTF_8).build();
    // while a line is read, or pages are turned, others listen for it
    terminal.handle(Terminal.Signal.INT, signal -> cancel.run());
    return new TerminalScreen(terminal, colours);
  }

  Terminal terminal() {
    return terminal;
  }

  boolean hasColours() {
    return colours;
  }

  boolean isDumb() {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  @Override
  public Display display() {
    return new Display(columns(), CELL, ZoneOffset.UTC);
  }

  private int columns() {
    int columns = terminal.getSize().getColumns();
    return columns > 0 ? columns : 80;
  }

  private int rows() {
    int rows = terminal.getSize().getRows();
    return rows > 0 ? rows : 24;
  }

  @Override
  public long mostRows() {
    return MOST_ROWS;
  }

  @Override
  public boolean drawsBlocks() {
    return !isDumb();
  }

  @Override
  public void show(Content content) throws IOException, QueryException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean cut = false;
    try {
      content.to(new Bounded(text));
    } catch (TooLongException e) {
      cut = true;
    } finally {
      page(text);
    }
    if (cut) {
      say("(this is not all: it is too long for a screen; .export FILE writes it)");
    }
  }

  /** What is paged is in memory. */
  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream text;

    Bounded(ByteArrayOutputStream text) {
      this.text = text;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int room = Math.max(0, MOST_BYTES - text.size());
      text.write(bytes, offset, Math.min(room, length));
      if (length > room) {
        throw new TooLongException();
      }
    }
  }

  /** Somebody who looks at a screen cannot read so much. */
  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private void page(ByteArrayOutputStream text) throws IOException {
    long lines = text.toString(StandardCharsets.UTF_8).lines().count();
    if (lines < rows() || isDumb()) {
      print(terminal.output(), text);
      return;
    }
    Less less = new Less(terminal, Path.of("")).defaultPrompt(MORE);
    less.chopLongLines = true;
    less.quiet = true;
    less.noInit = true;
    try {
      less.run(
          new Source.InputStreamSource(
              new ByteArrayInputStream(text.toByteArray()), true, "answer (" + lines + " lines)"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      terminal.writer().print('\r');
      terminal.puts(InfoCmp.Capability.clr_eol);
      terminal.flush();
    }
  }

  private void print(OutputStream out, ByteArrayOutputStream text) throws IOException {
    terminal.flush();
    String end = OSUtils.IS_WINDOWS ? "\r\n" : "\n";
    out.write(
        text.toString(StandardCharsets.UTF_8).replace("\n", end).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void say(String line) {
    print(line, AttributedStyle.DEFAULT.faint());
  }

  @Override
  public void complain(String line, String place) {
    print("error: " + line, AttributedStyle.DEFAULT.foreground(AttributedStyle.RED));
    place.lines().forEach(l -> print(l, AttributedStyle.DEFAULT));
  }

  private void print(String line, AttributedStyle style) {
    String shown = colours ? new AttributedString(line, style).toAnsi(terminal) : line;
    terminal.writer().println(shown);
    terminal.flush();
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
