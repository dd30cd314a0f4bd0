package postmortem.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Makes evidence for tests, and reads it to the end. */
final class Evidences {

  private Evidences() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] content) {
    return wrapped(content, GZIPOutputStream::new);
  }

  static byte[] bzip2(byte[] content) {
    return wrapped(content, BZip2CompressorOutputStream::new);
  }

  static byte[] xz(byte[] content) {
    return wrapped(content, XZCompressorOutputStream::new);
  }

  private interface Wrapper {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] wrapped(byte[] content, Wrapper wrapper) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = wrapper.over(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] tar(Map<String, byte[]> members) {
    List<String> names = List.copyOf(members.keySet());
    return tar(names.size(), names::get, i -> members.get(names.get(i)));
  }

  static byte[] tar(int count, IntFunction<String> name, IntFunction<byte[]> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (int i = 0; i < count; i++) {
        TarArchiveEntry entry = new TarArchiveEntry(name.apply(i), true);
        entry.setSize(content.apply(i).length);
        out.putArchiveEntry(entry);
        out.write(content.apply(i));
        out.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] zip(Map<String, byte[]> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        out.putArchiveEntry(new ZipArchiveEntry(member.getKey()));
        out.write(member.getValue());
        out.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Members in the order given: name, content, name, content. */
  static Map<String, byte[]> members(Object... namesAndContents) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      Object content = namesAndContents[i + 1];
      members.put(
          (String) namesAndContents[i],
          content instanceof String text ? utf8(text) : (byte[]) content);
    }
    return members;
  }

  static Path write(Path folder, String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  static EvidenceTree<Samples> find(Path... arguments) {
    return EvidenceTree.find(List.of(arguments), Limits.DEFAULT, samples -> samples);
  }

  static EvidenceTree<Samples> find(Limits limits, Path... arguments) {
    return EvidenceTree.find(List.of(arguments), limits, samples -> samples);
  }

  static List<String> paths(EvidenceTree<?> tree) {
    return tree.files().stream().map(EvidenceFile::path).toList();
  }

  /** One line for each file: path, and its text or what is wrong with it. */
  static List<String> contents(EvidenceTree<?> tree) {
    List<String> lines = new ArrayList<>();
    for (EvidenceFile file : tree.files()) {
      lines.add(file.path() + " = " + content(tree, file));
    }
    return lines;
  }

  private static String content(EvidenceTree<?> tree, EvidenceFile file) {
    if (file.problem() != null) {
      return "(" + file.problem() + ")";
    }
    Read read = read(tree, file);
    return read.failure() == null
        ? read.text()
        : read.text() + "(" + read.failure().getMessage() + ")";
  }

  /** What could be read, and how it ended. */
  @SuppressWarnings("ArrayRecordComponent")
  record Read(byte[] bytes, EvidenceException failure, String sha256) {

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  static Read read(EvidenceTree<?> tree, EvidenceFile file) {
    try (HashingStream in = tree.openHashing(file)) {
      return read(in);
    } catch (IOException e) {
      return new Read(new byte[0], (EvidenceException) e, null);
    }
  }

  static Read read(HashingStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EvidenceException failure = copy(in, bytes);
    return new Read(bytes.toByteArray(), failure, in.sha256());
  }

  private static EvidenceException copy(InputStream in, ByteArrayOutputStream out)
      throws IOException {
    byte[] block = new byte[1000];
    try {
      int n;
      while ((n = in.read(block, 0, block.length)) >= 0) {
        out.write(block, 0, n);
      }
      return null;
    } catch (EvidenceException e) {
      return e;
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
