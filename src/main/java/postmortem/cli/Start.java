package postmortem.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the process starts: answers what needs no command line to be read, and leaves all else to
 * {@link Main}. Whoever asks for help waits for hardly more than the JVM.
 */
public final class Start {

  private Start() {}

  /** As {@link Main#main}. */
  public static void main(String[] args) throws IOException {
    String answer = answer(args);
    if (answer == null) {
      Main.main(args);
      return;
    }
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(answer.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What is to be printed; null where the command line has to be read. */
  static @Nullable String answer(String... args) {
    String help = StoredHelp.of(args);
    return help == null || StoredHelp.colours() ? help : StoredHelp.plain(help);
  }
}
