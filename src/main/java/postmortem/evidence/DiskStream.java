package postmortem.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file on disk from an offset on, as long as it was when it was found.
 *
 * <p>If its size has changed meanwhile, that is said after the last byte. A channel, and not a
 * stream of the JDK, because only channels open every name that a folder can hold.
 */
final class DiskStream extends BlockStream {

  private final FileChannel channel;
  private final long expected; // size of the file when it was found
  private final long end;
  private long position;

  private DiskStream(FileChannel channel, long expected, long from, long length) {
    this.channel = channel;
    this.expected = expected;
    this.position = Math.min(from, expected);
    this.end = position + Math.min(length, expected - position);
  }

  static DiskStream open(DiskFile file) throws IOException {
    return open(file, 0, file.size());
  }

  static DiskStream open(DiskFile file, long from, long length) throws IOException {
    try {
      FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
      return new DiskStream(channel, file.size(), from, length);
    } catch (IOException e) {
      throw new EvidenceException("cannot be opened: " + reason(e, file.path()), 0, e);
    }
  }

  /** What went wrong, without the path that the JDK puts into its messages. */
  static String reason(@Nullable IOException e, Path path) {
    if (e == null) {
      return "no reason given";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    String words = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    if (words == null || words.isEmpty() || words.contains(path.toString())) {
      return e.getClass().getSimpleName();
    }
    return words;
  }

  /** How many bytes of the file were taken so far. */
  long position() {
    return position;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (len == 0) {
      return 0;
    }
    int want = (int) Math.min(len, end - position);
    if (want == 0) {
      checkSize();
      return -1;
    }
    int got;
    try {
      got = channel.read(ByteBuffer.wrap(b, off, want), position);
    } catch (IOException e) {
      throw failure("cannot be read on: " + e.getMessage(), e);
    }
    if (got < 0) {
      throw changed(position);
    }
    position += got;
    return got;
  }

  private void checkSize() throws IOException {
    if (end == expected && channel.size() != expected) {
      throw changed(channel.size());
    }
  }

  private EvidenceException changed(long now) {
    return failure(
        "file changed while it was read: it had " + expected + " bytes, now " + now, null);
  }

  private EvidenceException failure(String message, @Nullable Throwable cause) {
    return new EvidenceException(message, position, cause);
  }

  /** Fills as much of an array as the file has from an offset on. */
  static byte[] part(DiskFile file, long from, int length) throws IOException {
    try (DiskStream in = open(file, from, length)) {
      byte[] bytes = new byte[(int) Math.min(length, Math.max(0, file.size() - from))];
      int n = 0;
      while (n < bytes.length) {
        int got = in.read(bytes, n, bytes.length - n);
        if (got < 0) {
          break;
        }
        n += got;
      }
      return n == bytes.length ? bytes : Arrays.copyOf(bytes, n);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
