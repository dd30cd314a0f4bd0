package postmortem.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Counts and hashes what is read through it. Not thread-safe; closes its stream. */
public final class HashingStream extends InputStream {

  private static final int SKIP = 1 << 16;

  private final InputStream in;
  private final @Nullable HashingStream below;
  private final @Nullable MessageDigest digest;
  private long count;
  private boolean ended;
  private @Nullable String sha256;

  public HashingStream(InputStream in) {
    this(in, null, null);
  }

  /**
   * @param below the stream under {@code in} whose hash counts, because {@code in} turns its bytes
   *     into others; or null
   * @param known the hash that is known already, or null
   */
  private HashingStream(InputStream in, @Nullable HashingStream below, @Nullable String known) {
    this.in = in;
    this.below = below;
    this.sha256 = known;
    this.digest = below == null && known == null ? newDigest() : null;
  }

  /** Decodes the bytes of a leaf, and hashes them unless that was done before. */
  static HashingStream of(
      EvidenceFile file, InputStream raw, @Nullable Expansion expansion, Closeable source) {
    String known = file.sha256();
    Encoding encoding = file.encoding();
    if (known != null || encoding == null || !encoding.isUtf16()) {
      InputStream in = Utf16Stream.decoded(raw, encoding);
      return new HashingStream(new LeafStream(in, expansion, source), null, known);
    }
    HashingStream below = new HashingStream(raw);
    InputStream in = new Utf16Stream(below, encoding);
    return new HashingStream(new LeafStream(in, expansion, source), below, null);
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    int n = in.read(b, off, len);
    if (n > 0) {
      count += n;
      if (digest != null) {
        digest.update(b, off, n);
      }
    } else if (n < 0) {
      ended = true;
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] scratch = new byte[(int) Math.min(SKIP, Math.max(0, n))];
    long left = n;
    while (left > 0) {
      int got = read(scratch, 0, (int) Math.min(scratch.length, left));
      if (got < 0) {
        break;
      }
      left -= got;
    }
    return n - left;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  /** How many bytes were read so far. */
  public long count() {
    return count;
  }

  /**
   * The SHA-256 in lower-case hex; null before the end was reached. Of text in UTF-16 it is that of
   * the bytes as they were, not of the UTF-8 that was read.
   */
  public @Nullable String sha256() {
    if (!ended) {
      return null;
    }
    if (below != null) {
      return below.sha256();
    }
    if (digest != null && sha256 == null) {
      sha256 = HexFormat.of().formatHex(digest.digest());
    }
    return sha256;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
