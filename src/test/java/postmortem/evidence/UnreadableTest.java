package postmortem.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import postmortem.testing.Tools;

/** Files that may not be read, and names that the locale cannot show. */
@DisabledOnOs(OS.WINDOWS)
final class UnreadableTest {

  @TempDir Path folder;

  private Path evidence() throws IOException {
    Path evidence = Files.createDirectory(folder.resolve("evidence"));
    Evidences.write(evidence, "a.log", Evidences.utf8("fine"));
    Path file = Evidences.write(evidence, "secret.log", Evidences.utf8("1"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Path inner = Evidences.write(evidence, "closed/b.log", Evidences.utf8("2")).getParent();
    Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("---------"));
    return evidence;
  }

  private static final List<String> EXPECTED =
      List.of(
          "a.log = fine",
          "closed = (folder cannot be read: permission denied)",
          "secret.log = (cannot be opened: permission denied)");

  @Test
  void namesWhatMayNotBeRead() throws IOException, InterruptedException {
    Path evidence = evidence();
    try {
      if (Files.isReadable(evidence.resolve("secret.log"))) {
        assertEquals(EXPECTED, asNobody(evidence)); // root may read everything
      } else {
        assertEquals(EXPECTED, Evidences.contents(Evidences.find(evidence)));
      }
    } finally {
      Files.setPosixFilePermissions(
          evidence.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
    }
  }

  private List<String> asNobody(Path evidence) throws IOException, InterruptedException {
    Path setpriv = Tools.require("setpriv");
    Path classes = copyOfTheClasses();
    for (Path path = evidence; path.startsWith(folder); path = path.getParent()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return run(
        List.of(setpriv.toString(), "--reuid=65534", "--regid=65534", "--clear-groups"),
        classes + File.separator + "*" + File.pathSeparator + classes,
        evidence);
  }

  @Test
  void namesAreTheSameInEveryLocale() throws IOException, InterruptedException {
    Path evidence = Files.createDirectory(folder.resolve("names"));
    String shell =
        "cd \"$1\" && echo 1 >\"$(printf 'caf\\303\\251')\" && echo 2 >\"$(printf 'x\\351')\"";
    Process made =
        new ProcessBuilder("sh", "-c", shell, "sh", evidence.toString()).inheritIO().start();
    Assumptions.assumeTrue(made.waitFor() == 0, "the file system wants names in UTF-8");
    List<String> expected = List.of("caf\u00e9 = 1", "x\u00e9 = 2");
    String classes = System.getProperty("java.class.path");
    for (String locale : List.of("C", "C.UTF-8")) {
      List<String> lines = run(List.of("env", "LC_ALL=" + locale), classes, evidence);
      lines.removeIf(String::isEmpty);
      assertEquals(expected, lines, locale);
    }
  }

  private List<String> run(List<String> prefix, String classPath, Path evidence)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", classPath, LookAt.class.getName()));
    command.add(evidence.toString());
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(0, process.waitFor());
    return new ArrayList<>(List.of(Files.readString(out, StandardCharsets.UTF_8).split("\n", -1)));
  }

  /** Somebody else may not be allowed to read those of this process. */
  private Path copyOfTheClasses() throws IOException {
    Path target = Files.createDirectory(folder.resolve("classes"));
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(element);
      boolean needed = element.contains("commons-") || element.contains("xz");
      if (Files.isDirectory(path)) {
        copyFolder(path, target);
      } else if (needed) {
        Files.copy(path, target.resolve(path.getFileName()));
      }
    }
    Files.walkFileTree(target, new OpenToAll());
    return target;
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
  }

  private static final class OpenToAll extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
        throws IOException {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
      return FileVisitResult.CONTINUE;
    }
  }
}
