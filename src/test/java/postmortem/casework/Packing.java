package postmortem.casework;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Files on disk, where a path with {@code !} names a member of an archive. They are compared
 * unpacked, for not every build of Java compresses to the same bytes.
 */
final class Packing {

  private static final LocalDateTime PACKED = LocalDateTime.of(2010, 11, 20, 15, 12);

  private Packing() {}

  static void write(Path folder, Map<String, byte[]> files) throws IOException {
    TreeMap<String, TreeMap<String, byte[]>> zips = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String path = file.getKey();
      int member = path.indexOf('!');
      if (member < 0) {
        put(folder.resolve(path), file.getValue());
      } else if (path.startsWith(".gz", member - 3)) {
        put(folder.resolve(path.substring(0, member)), gzip(file.getValue()));
      } else {
        zips.computeIfAbsent(path.substring(0, member), z -> new TreeMap<>())
            .put(path.substring(member + 1), file.getValue());
      }
    }
    for (Map.Entry<String, TreeMap<String, byte[]>> zip : zips.entrySet()) {
      put(folder.resolve(zip.getKey()), zip(zip.getValue()));
    }
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(SortedMap<String, byte[]> members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        ZipEntry entry = new ZipEntry(member.getKey());
        entry.setTimeLocal(PACKED);
        zip.putNextEntry(entry);
        zip.write(member.getValue());
      }
    }
    return out.toByteArray();
  }

  /** The content of each file by its path, unpacked. */
  static SortedMap<String, byte[]> read(Path folder) throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        unpack(path, Files.readAllBytes(file), files);
      }
    }
    return files;
  }

  private static void unpack(String path, byte[] bytes, Map<String, byte[]> files)
      throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    if (path.endsWith(".gz")) {
      String name = path.substring(path.lastIndexOf('/') + 1, path.length() - 3);
      files.put(path + "!" + name, new GZIPInputStream(in).readAllBytes());
    } else if (path.endsWith(".zip")) {
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        files.put(path + "!" + e.getName(), zip.readAllBytes());
      }
    } else {
      files.put(path, bytes);
    }
  }
}
