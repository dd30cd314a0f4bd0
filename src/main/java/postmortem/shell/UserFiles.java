package postmortem.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's history and questions are kept: where XDG, or Windows, wants them.
 *
 * @param history a file; null where there is no place for it
 * @param queries a folder; null where there is no place for it
 */
record UserFiles(@Nullable Path history, @Nullable Path queries) {

  /**
   * Finds the places; nothing is made yet.
   *
   * @param environment of the process
   * @param home of the user; may be nonsense
   */
  static UserFiles of(Map<String, String> environment, String home, boolean windows) {
    if (windows) {
      Path data = child(environment.get("APPDATA"), home, "AppData", "Roaming");
      return new UserFiles(under(data, "history"), under(data, "queries"));
    }
    Path state = child(environment.get("XDG_STATE_HOME"), home, ".local", "state");
    Path config = child(environment.get("XDG_CONFIG_HOME"), home, ".config");
    return new UserFiles(under(state, "history"), under(config, "queries"));
  }

  private static @Nullable Path child(@Nullable String told, String home, String... parts) {
    try {
      Path path = told == null || told.isEmpty() ? null : Path.of(told);
      if (path != null && path.isAbsolute()) { // others are to be ignored, says XDG
        return path;
      }
      Path own = Path.of(home);
      return own.isAbsolute() ? Path.of(home, parts) : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static @Nullable Path under(@Nullable Path folder, String name) {
    return folder == null ? null : folder.resolve("postmortem").resolve(name);
  }

  /** The file of the history, made where it is not there; null where it cannot be written. */
  @Nullable Path usableHistory() {
    Path file = history;
    Path folder = file == null ? null : file.getParent();
    if (file == null || folder == null) {
      return null;
    }
    try {
      folder(folder);
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.isRegularFile(file) && Files.isWritable(file) ? file : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static void create(Path file) throws IOException {
    try {
      if (isPosix()) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      // another shell has made it
    }
  }

  /** Makes a folder that only its owner can look into. */
  static void folder(Path folder) throws IOException {
    if (isPosix()) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
