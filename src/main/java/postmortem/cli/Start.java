package postmortem.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the process starts: answers what needs no command line to be read, and leaves all else to
 * {@link Main}.
 *
 * <p>Somebody who asks for help waits for nothing but the JVM: the texts are made from the commands
 * when these change, and this class needs no other.
 */
public final class Start {

  private static final List<String> HELP = List.of("--help", "-h");
  private static final List<String> VERSION = List.of("--version", "-V");

  private Start() {}

  /** As {@link Main#main}. */
  public static void main(String[] args) throws IOException {
    byte[] answer = answer(args);
    if (answer == null) {
      Main.main(args);
      return;
    }
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(answer);
    }
  }

  /** What is to be printed; null where the command line has to be read. */
  static byte @Nullable [] answer(String... args) throws IOException {
    if (args.length == 0 || args.length > 2) {
      return null;
    }
    String command = args.length == 1 ? "postmortem" : args[0];
    String asked = args[args.length - 1];
    if (!isWord(command)) {
      return null;
    }
    try (InputStream help = Start.class.getResourceAsStream("help/" + command + ".txt")) {
      if (help == null || args.length == 2 && command.equals("postmortem")) {
        return null;
      }
      if (HELP.contains(asked)) {
        return help.readAllBytes();
      }
      return VERSION.contains(asked)
          ? (Version.line() + System.lineSeparator()).getBytes(StandardCharsets.UTF_8)
          : null;
    }
  }

  /** Nothing else is asked for as a file. */
  private static boolean isWord(String command) {
    for (int i = 0; i < command.length(); i++) {
      if (command.charAt(i) < 'a' || command.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }
}
