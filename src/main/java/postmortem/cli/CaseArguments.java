package postmortem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths that a case was made of: kept from the folder of the case, so that a disk with both on
 * it can be moved.
 */
final class CaseArguments {

  private CaseArguments() {}

  /** As the case keeps them. */
  static List<String> kept(List<Path> arguments, Path file) throws IOException {
    Path folder = folder(file);
    List<String> kept = new ArrayList<>();
    for (Path argument : arguments) {
      Path real = argument.toRealPath();
      boolean near = real.getRoot().equals(folder.getRoot()); // else it is on another drive
      kept.add((near ? folder.relativize(real) : real).toString().replace('\\', '/'));
    }
    return kept;
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return (folder == null ? file.toAbsolutePath() : folder).toRealPath();
  }

  /**
   * All that is to be read: what the case was made of, where it is still there, and what was given;
   * what lies in another argument is read with that.
   */
  static List<Path> joined(List<String> kept, List<Path> given, Path file) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String path : kept) {
      Path before = folder(file).resolve(path);
      if (Files.exists(before)) {
        all.add(before);
      }
    }
    all.addAll(given);
    List<Path> apart = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!isInAnother(i, all)) {
        apart.add(all.get(i));
      }
    }
    return apart;
  }

  private static boolean isInAnother(int index, List<Path> all) throws IOException {
    Path real = all.get(index).toRealPath();
    for (int i = 0; i < all.size(); i++) {
      Path other = all.get(i).toRealPath();
      if (i != index && real.startsWith(other) && (!real.equals(other) || i < index)) {
        return true;
      }
    }
    return false;
  }
}
