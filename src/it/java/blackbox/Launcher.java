package blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the packaged launcher as a user does: arguments in; status, stdout and stderr out. */
final class Launcher {

  /** What a run left behind. */
  record Result(int status, String out, String err) {}

  private final List<String> before;
  private final Path script;
  private final Path folder;
  private final Map<String, String> environment;

  private Launcher(List<String> before, Path script, Path folder, Map<String, String> environment) {
    this.before = before;
    this.script = script;
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  /** Returns the launcher of this build, to be run in the given folder. */
  static Launcher in(Path folder) {
    Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
    return new Launcher(List.of(), home().resolve("postmortem"), folder, environment);
  }

  static Path home() {
    return Path.of(System.getProperty("postmortem.home"));
  }

  Launcher script(Path other) {
    return new Launcher(before, other, folder, environment);
  }

  /** Has another program start it: {@code setpriv --reuid=65534}. */
  Launcher through(String... program) {
    return new Launcher(List.of(program), script, folder, environment);
  }

  /** Adds to, and replaces in, the environment of the tests. */
  Launcher environment(Map<String, String> other) {
    return new Launcher(before, script, folder, other);
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.add(script.toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("postmortem", ".out");
    Path err = Files.createTempFile("postmortem", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("does not end: " + command);
      }
      return new Result(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
