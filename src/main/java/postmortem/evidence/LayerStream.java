package postmortem.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.MemoryLimitException;

/**
 * What comes out of one decoder: watched for its size, and its exceptions put into words.
 *
 * <p>A failure comes after all bytes before it, and again at each further read. Closes nothing: the
 * archive below is read on.
 */
final class LayerStream extends BlockStream {

  private final String name;
  private final InputStream in;
  private final Expansion expansion;
  private long count;
  private @Nullable EvidenceException failure;

  /**
   * @param name of the decoder, for messages: "gzip stream"
   */
  LayerStream(String name, InputStream in, Expansion expansion) {
    this.name = name;
    this.in = in;
    this.expansion = expansion;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (failure != null) {
      throw failure;
    }
    int n;
    try {
      n = in.read(b, off, len);
    } catch (IOException | RuntimeException e) { // decoders throw all sorts at bad input
      failure = describe(name, e, count);
      throw failure;
    }
    if (n > 0) {
      count += n;
      String objection = expansion.objection(count);
      if (objection != null) {
        failure = new EvidenceException(objection, count, null);
      }
    }
    return n;
  }

  /** Reads what is left. */
  void drain() throws IOException {
    byte[] scratch = new byte[1 << 13];
    while (read(scratch, 0, scratch.length) >= 0) {
      // nothing to do with it
    }
  }

  /** Puts what a decoder threw after so many bytes into words. */
  static EvidenceException describe(String name, Exception e, long count) {
    return describe(name, e, count, "bytes");
  }

  /** Puts what a decoder threw after so many bytes, members or the like into words. */
  static EvidenceException describe(String name, Exception e, long count, String unit) {
    if (e instanceof EvidenceException known) {
      return known;
    }
    if (e instanceof MemoryLimitException memory) {
      String need = (memory.getMemoryNeeded() >> 10) + " MiB";
      return new EvidenceException(name + " needs " + need + " to be decoded", count, e);
    }
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    boolean early =
        e instanceof EOFException
            || words.contains("truncated")
            || words.contains("unexpected end")
            || words.contains("premature end");
    String what = early ? " ends early after " : " is damaged after ";
    return new EvidenceException(name + what + count + " " + unit, count, e);
  }
}
