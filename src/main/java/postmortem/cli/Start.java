package postmortem.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the process starts: answers what needs no command line to be read, and leaves all else to
 * {@link Main}. Whoever asks for help waits for hardly more than the JVM.
 */
public final class Start {

  private Start() {}

  /** As {@link Main#main}. */
  public static void main(String[] args) {
    String answer = answer(args);
    if (answer == null) {
      Main.main(args);
      return;
    }
    int status = print(answer, new FileOutputStream(FileDescriptor.out), System.err);
    if (status != ExitStatus.DONE) {
      System.exit(status);
    }
  }

  /** Prints it; the status. Nobody need listen. */
  static int print(String answer, OutputStream to, PrintStream err) {
    ResultStream out = new ResultStream(to);
    try (out) {
      out.write(answer.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // the stream knows whether it matters
    }
    return out.status(err);
  }

  /** What is to be printed; null where the command line has to be read. */
  static @Nullable String answer(String... args) {
    String help = StoredHelp.of(args);
    return help == null || StoredHelp.colours() ? help : StoredHelp.plain(help);
  }
}
