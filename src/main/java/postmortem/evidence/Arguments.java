package postmortem.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks all arguments, and finds prefixes where several hold equal paths. */
final class Arguments {

  private final List<Path> arguments = new ArrayList<>();
  private final List<List<DiskFile>> files = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();

  Arguments(List<Path> given, Limits limits) {
    Set<Path> seen = new HashSet<>();
    for (Path path : given) {
      if (seen.add(real(path))) {
        files.add(Walk.of(arguments.size(), path, limits));
        arguments.add(path);
        prefixes.add("");
      }
    }
    for (int i : colliding()) {
      if (Files.isDirectory(arguments.get(i)) && !Walk.name(arguments.get(i)).isEmpty()) {
        prefixes.set(i, Walk.name(arguments.get(i)) + "/");
      }
    }
    for (int i : colliding()) {
      prefixes.set(i, i + 1 + "/");
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath();
    }
  }

  /** The arguments that hold a path which another one holds, too. */
  private Set<Integer> colliding() {
    Map<String, Integer> owners = new HashMap<>();
    Set<Integer> colliding = new HashSet<>();
    if (files.size() < 2) {
      return colliding;
    }
    for (int i = 0; i < files.size(); i++) {
      for (DiskFile file : files.get(i)) {
        Integer other = owners.putIfAbsent(prefixes.get(i) + file.name(), i);
        if (other != null && other != i) {
          colliding.add(i);
          colliding.add(other);
        }
      }
    }
    return colliding;
  }

  /** Every file of every argument. */
  List<DiskFile> files() {
    return files.stream().flatMap(List::stream).toList();
  }

  /** What goes before the names of the files of an argument. */
  String prefix(DiskFile file) {
    return prefixes.get(file.argument());
  }
}
