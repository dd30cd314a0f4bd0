package postmortem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The texts of {@code --help}, and the script for shells, as they were when the program was built:
 * to make them anew takes longer than all else that a start does. A test holds them against what
 * the commands say.
 */
final class StoredHelp {

  private static final char ESCAPE = '\u001b';

  private StoredHelp() {}

  /** What these arguments ask for, where it is stored; null where they ask for anything else. */
  static @Nullable String of(String... args) {
    boolean root = args.length == 1;
    if (root && (args[0].equals("--version") || args[0].equals("-V"))) {
      return Version.line() + "\n";
    }
    if (args.length == 2 && args[0].equals("completion") && isShell(args[1])) {
      return read("completion.sh");
    }
    if (!root && args.length != 2 || !isHelp(args[args.length - 1])) {
      return null;
    }
    String command = root ? "postmortem" : args[0];
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c < 'a' || c > 'z') {
        return null;
      }
    }
    return !root && command.equals("postmortem") ? null : read(command + ".txt");
  }

  private static boolean isHelp(String option) {
    return option.equals("--help") || option.equals("-h");
  }

  private static boolean isShell(String name) {
    return name.equals("bash") || name.equals("zsh");
  }

  private static @Nullable String read(String file) {
    try (InputStream in = StoredHelp.class.getResourceAsStream("help/" + file)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null; // then it is made anew
    }
  }

  /** Does whoever reads stdout want colours? The same rules as picocli's. */
  static boolean colours() {
    String force = System.getenv("CLICOLOR_FORCE");
    if (force != null && !force.equals("0")) {
      return true;
    }
    return Terminal.STDOUT.isTerminal()
        && System.getenv("NO_COLOR") == null
        && !"0".equals(System.getenv("CLICOLOR"));
  }

  /** The text without its colours. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == ESCAPE) {
        at = text.indexOf('m', at);
      } else {
        out.append(text.charAt(at));
      }
    }
    return out.toString();
  }
}
