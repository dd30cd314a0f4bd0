package postmortem.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files under one argument.
 *
 * <p>Links are followed to files inside the argument's folder only: what lies outside was not given
 * as evidence. Links to folders are not followed at all, because what is inside is found anyway,
 * and only once.
 */
final class Walk {

  private final int argument;
  private final Limits limits;
  private final List<DiskFile> found = new ArrayList<>();
  private @Nullable Path root;

  private Walk(int argument, Limits limits) {
    this.argument = argument;
    this.limits = limits;
  }

  /** All files, and all that could not be looked into, in no order. */
  static List<DiskFile> of(int argument, Path path, Limits limits) {
    Walk walk = new Walk(argument, limits);
    String name = name(path);
    try {
      walk.root = path.toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        walk.folder(path, "", 1);
      } else {
        walk.file(path, name, attributes);
      }
    } catch (IOException e) {
      walk.problem(path, name, "cannot be opened: " + DiskStream.reason(e, path));
    }
    return walk.found;
  }

  private void folder(Path folder, String name, int depth) {
    if (depth > limits.folders()) {
      problem(folder, name, "lies in more than " + limits.folders() + " folders");
      return;
    }
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (IOException e) {
      problem(folder, name, "folder cannot be read: " + DiskStream.reason(e, folder));
    } catch (DirectoryIteratorException e) {
      String reason = DiskStream.reason(e.getCause(), folder);
      problem(folder, name, "folder cannot be read on: " + reason);
    }
    for (Path child : children) {
      child(child, name.isEmpty() ? name(child) : name + "/" + name(child), depth);
    }
  }

  private void child(Path child, String name, int depth) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      boolean junction = attributes.isDirectory() && attributes.isOther(); // of Windows
      if (attributes.isSymbolicLink() || junction) {
        link(child, name);
      } else if (attributes.isDirectory()) {
        folder(child, name, depth + 1);
      } else {
        file(child, name, attributes);
      }
    } catch (IOException e) {
      problem(child, name, "cannot be opened: " + DiskStream.reason(e, child));
    }
  }

  private void link(Path link, String name) throws IOException {
    Path target;
    try {
      target = link.toRealPath();
    } catch (IOException e) {
      problem(link, name, "is a link that leads nowhere");
      return;
    }
    if (root == null || !target.startsWith(root)) {
      problem(link, name, "is a link that leads out of the folder: not followed");
      return;
    }
    BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      problem(link, name, "is a link to a folder that is read under its own name");
    } else {
      file(target, name, attributes);
    }
  }

  private void file(Path file, String name, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      found.add(new DiskFile(argument, file, name, attributes.size(), null));
    } else {
      problem(file, name, "is no regular file");
    }
  }

  private void problem(Path path, String name, String problem) {
    String shown = name.isEmpty() ? name(path) : name;
    found.add(new DiskFile(argument, path, shown, 0, problem));
  }

  /**
   * The last part of a path. A name of bytes that the machine's locale cannot show is taken from
   * the path's URI, which has the bytes, so that it is the same everywhere.
   */
  static String name(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    if (last == null) {
      return "";
    }
    String name = last.toString();
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name;
    }
    String uri = path.toAbsolutePath().normalize().toUri().getRawPath();
    String raw = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    return MemberName.decode(
        unescape(raw.substring(raw.lastIndexOf('/') + 1)), StandardCharsets.ISO_8859_1);
  }

  private static byte[] unescape(String escaped) {
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length() * 3);
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '%') {
        bytes.put((byte) Integer.parseInt(escaped, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] result = new byte[bytes.position()];
    bytes.flip().get(result);
    return result;
  }
}
