package postmortem.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import postmortem.store.LockedCase;

/** The shell: questions in SQL, and commands that begin with a dot. */
public final class Shell {

  private final LockedCase opened;
  private final Outside outside;
  private final UserFiles files;

  /**
   * A shell over a case, which stays open.
   *
   * @param environment of the process, which says where the user's files are
   * @param home of the user
   */
  public Shell(
      LockedCase opened,
      Outside outside,
      Map<String, String> environment,
      String home,
      boolean windows) {
    this.opened = opened;
    this.outside = outside;
    this.files = UserFiles.of(environment, home, windows);
  }

  /**
   * Does what a pipe or a file says, to its end.
   *
   * @return could all of it be done?
   * @throws IOException where it cannot be read, or nobody reads the answers
   */
  public boolean piped(InputStream in, OutputStream out, PrintWriter err) throws IOException {
    Session session = session(new Pipe(out, err));
    Interpreter interpreter = new Interpreter(session);
    interpreter.run(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    return !interpreter.hasFailed();
  }

  /**
   * Talks with whoever sits at the terminal.
   *
   * @param name of the case
   * @param colours are they wanted?
   * @throws IOException where there is no terminal
   */
  public void interactive(String name, boolean colours) throws IOException {
    try (TerminalScreen screen = TerminalScreen.open(colours, opened::cancel)) {
      Session session = session(screen);
      new Conversation(session, screen, files).run(name);
    }
  }

  /** The commands as they are typed, each with what it does, in the order of {@code .help}. */
  public static Map<String, String> commands() {
    Map<String, String> all = new LinkedHashMap<>();
    DotCommands.ALL.forEach(c -> all.put(("." + c.name() + " " + c.usage()).strip(), c.help()));
    return all;
  }

  private Session session(Screen screen) {
    return new Session(opened, screen, outside, new Queries(files.queries()));
  }
}
