package postmortem.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file that a result is written to: it is complete, or is not there. */
final class OutputFile {

  /** Writes the result, and has something to say of it. */
  @FunctionalInterface
  interface Writing<T> {
    T to(OutputStream out) throws IOException;
  }

  private final Path file;

  private OutputFile(Path file) {
    this.file = file;
  }

  /** Checks the file before the long work begins. */
  static OutputFile prepare(Path file, List<Path> evidence, boolean force) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CommandFailure("the output " + file + " is a folder: name a file");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandFailure("there is no folder for the output " + file);
    }
    for (Path path : evidence) {
      boolean same = Files.exists(file) && Files.isSameFile(file, path);
      if (same || Files.isDirectory(path) && folder.toRealPath().startsWith(path.toRealPath())) {
        throw new CommandFailure(
            "the output "
                + file
                + " lies in the evidence "
                + path
                + ": choose another, evidence is never changed");
      }
    }
    if (!force && Files.exists(file)) {
      throw new CommandFailure(
          "the output " + file + " is there already: name another, or use --force");
    }
    return new OutputFile(file);
  }

  /** Writes to a file beside it, which takes its place at the end. */
  <T> T write(Writing<T> writing) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      T result;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        result = writing.to(out);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      return result;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
