package postmortem.parser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One case of {@code testdata/format/<format-id>/<case>/}: one evidence file, at any depth, so that
 * its folders and its name can be a part of the case; beside it {@code expected.txt}.
 *
 * @param name the case's folder, which is its id
 * @param path the ledger path: the file's place below the case's folder
 */
public record SampleCase(Path folder, String name, String path) {

  private static final Path FORMATS = Path.of("testdata", "format");

  /** The cases of a format, by name. Never empty: a format without a sample is a fault. */
  public static List<SampleCase> of(String format) {
    try (Stream<Path> folders = Files.list(FORMATS.resolve(format))) {
      return folders.filter(Files::isDirectory).sorted().map(SampleCase::in).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SampleCase in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> evidence =
          files.filter(Files::isRegularFile).filter(f -> !isExpectation(f)).toList();
      if (evidence.size() != 1) {
        throw new IllegalStateException(folder + " must hold one evidence file: " + evidence);
      }
      String path = folder.relativize(evidence.get(0)).toString().replace('\\', '/');
      return new SampleCase(folder, folder.getFileName().toString(), path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isExpectation(Path file) {
    return file.getFileName().toString().equals("expected.txt");
  }

  public Path expected() {
    return folder.resolve("expected.txt");
  }

  public byte[] bytes() {
    try {
      return Files.readAllBytes(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample of this file, as the chooser of formats would make it. */
  public Sample sample() {
    return sample(path, bytes());
  }

  /** The sample of any file. */
  public static Sample sample(String path, byte[] bytes) {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, Sample.LENGTH));
    if (bytes.length <= Sample.LENGTH) {
      return new Sample(path, bytes.length, head, new byte[0], new byte[0]);
    }
    byte[] middle = fromLineStart(bytes, bytes.length / 2);
    return new Sample(
        path, bytes.length, head, middle, fromLineStart(bytes, bytes.length - Sample.LENGTH));
  }

  private static byte[] fromLineStart(byte[] bytes, int from) {
    int start = from;
    while (start > 0 && start < bytes.length && bytes[start - 1] != '\n') {
      start++;
    }
    int end = Math.min(bytes.length, from + Sample.LENGTH);
    return Arrays.copyOfRange(bytes, Math.min(start, end), end);
  }

  @Override
  public String toString() {
    return name;
  }
}
