package postmortem.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.regex.Pattern;

/** What a command line came to, within this process. */
record Captured(int status, String out, String err) {

  private static final Pattern FUZZER = Pattern.compile("(?m)^INFO: Instrumented .*\\R");

  static Captured run(String... arguments) {
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, UTF_8));
      System.setErr(new PrintStream(err, true, UTF_8));
      int status = Main.run(arguments);
      return new Captured(status, out.toString(UTF_8), ours(err.toString(UTF_8)));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }

  /** The fuzzer, once it is loaded, tells on stderr of each class that it meets. */
  private static String ours(String err) {
    return FUZZER.matcher(err).replaceAll("");
  }
}
