package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes the samples of decoded streams, and if asked all of them for hash and size. */
final class LeafSampler {

  private static final byte[] NOTHING = {};

  private byte[] head = NOTHING;
  private int headLength;
  private @Nullable IOException failure;
  private @Nullable String sha256;

  /** Why the last stream failed, or null. */
  @Nullable IOException failure() {
    return failure;
  }

  /** The hash of the last stream; null where it was not read to its end. */
  @Nullable String sha256() {
    return sha256;
  }

  /**
   * Samples a stream.
   *
   * @param path for the samples
   * @param whole read all of it? If not, the size is known only where the head is all
   */
  Samples sample(InputStream leaf, Expansion expansion, String path, boolean whole) {
    head = new byte[Samples.LENGTH]; // not kept: each file on disk has a sampler
    headLength = 0;
    failure = null;
    HashingStream hashing = new HashingStream(leaf);
    PeekStream peek = new PeekStream(hashing, Samples.LENGTH);
    Encoding utf16 = Encoding.utf16(peek.head(), peek.length());
    InputStream decoded = utf16 == null ? peek : new Utf16Stream(peek, utf16);
    long size = -1;
    try {
      size = read(new LeafStream(decoded, expansion, () -> {}), whole);
    } catch (IOException e) {
      failure = e;
    }
    sha256 = hashing.sha256();
    byte[] start = headLength == 0 ? NOTHING : Arrays.copyOf(head, headLength);
    head = NOTHING;
    Encoding encoding = utf16 == null ? Encoding.of(start) : utf16;
    return new Samples(path, size, encoding, start, NOTHING, NOTHING);
  }

  /** Fills the head; the size where the end was reached, else -1. */
  private long read(InputStream in, boolean whole) throws IOException {
    while (headLength < head.length) {
      int got = in.read(head, headLength, head.length - headLength);
      if (got < 0) {
        return headLength;
      }
      headLength += got;
    }
    return whole ? headLength + drain(in) : -1;
  }

  private static long drain(InputStream in) throws IOException {
    byte[] scratch = new byte[Samples.LENGTH];
    long count = 0;
    int got;
    while ((got = in.read(scratch, 0, scratch.length)) >= 0) {
      count += got;
    }
    return count;
  }
}
