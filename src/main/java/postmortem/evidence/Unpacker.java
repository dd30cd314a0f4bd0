package postmortem.evidence;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * Takes the layers off a stream, whatever they are and in whatever order, until leaves come out.
 *
 * <p>The same bytes give the same leaves in the same order. Not thread-safe. Does not close the
 * stream.
 */
final class Unpacker implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Expansion expansion;
  private final Limits limits;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private List<Closeable> leafDecoders = List.of();
  private @Nullable Start start;

  /**
   * @param path of the stream, below its argument
   * @param container of it, or null
   * @param depth how many archives it lies in
   */
  Unpacker(
      InputStream in,
      Expansion expansion,
      Limits limits,
      String path,
      @Nullable String container,
      int depth) {
    this.expansion = expansion;
    this.limits = limits;
    this.start = new Start(in, path, container, depth);
  }

  private record Start(InputStream in, String path, @Nullable String container, int depth) {}

  /** An archive that is being read. */
  private static final class Frame {
    private final Archive archive;
    private final String path;
    private final @Nullable String container;
    private final int depth;
    private final List<Closeable> decoders;
    private int members;

    Frame(Archive archive, Start at, int depth, List<Closeable> decoders) {
      this.archive = archive;
      this.path = at.path();
      this.container = at.container();
      this.depth = depth;
      this.decoders = decoders;
    }
  }

  /**
   * What came out.
   *
   * @param problem why nothing can be read, or null
   * @param in its bytes, to be read before the next part is asked for
   */
  record Part(String path, @Nullable String container, @Nullable String problem, InputStream in) {}

  /** Are the parts members of an archive? If not, there is only one. */
  boolean inArchive() {
    return !frames.isEmpty();
  }

  /** The next leaf, or what could not be read; null after the last. */
  @Nullable Part next() {
    closeAll(leafDecoders);
    leafDecoders = List.of();
    Part part = null;
    if (start != null) {
      Start from = start;
      start = null;
      part = descend(from);
    }
    while (part == null && !frames.isEmpty()) {
      part = nextOf(frames.peek());
    }
    return part;
  }

  private @Nullable Part nextOf(Frame frame) {
    Archive.Member member;
    try {
      member = frame.archive.next();
    } catch (IOException | RuntimeException e) { // decoders throw all sorts at bad input
      leave();
      return unreadable(
          frame, LayerStream.describe("archive", e, frame.members, "members").getMessage());
    }
    if (member == null) {
      leave();
      return frame.members == 0 ? unreadable(frame, "is an archive without any file in it") : null;
    }
    frame.members++;
    String path = frame.path + "!" + MemberName.cut(member.name(), limits.memberName());
    if (member.problem() != null) {
      return new Part(path, frame.path, member.problem(), InputStream.nullInputStream());
    }
    return descend(new Start(member.in(), path, frame.path, frame.depth));
  }

  private static Part unreadable(Frame frame, @Nullable String problem) {
    return new Part(frame.path, frame.container, problem, InputStream.nullInputStream());
  }

  /** Takes layers off until a leaf is there; null where it found an archive instead. */
  private @Nullable Part descend(Start at) {
    List<Closeable> decoders = new ArrayList<>();
    InputStream layer = at.in();
    int depth = at.depth();
    boolean compressed = false;
    while (true) {
      PeekStream peek = new PeekStream(layer, Magic.LENGTH);
      Magic magic = Magic.of(peek.head(), peek.length());
      if (magic == Magic.NONE) {
        leafDecoders = decoders;
        return new Part(at.path(), at.container(), null, peek);
      }
      depth += magic.compressor() && !compressed ? 0 : 1;
      String problem = objection(magic, depth);
      if (problem == null) {
        try {
          if (!magic.compressor()) {
            frames.push(new Frame(archive(magic, peek), at, depth, decoders));
            return null;
          }
          layer = decoder(magic, peek, decoders);
          compressed = true;
          continue;
        } catch (IOException | RuntimeException e) {
          problem = LayerStream.describe("compressed file", e, 0).getMessage();
        }
      }
      closeAll(decoders);
      return new Part(at.path(), at.container(), problem, InputStream.nullInputStream());
    }
  }

  private @Nullable String objection(Magic magic, int depth) {
    if (!magic.unreadable().isEmpty()) {
      return "is " + magic.unreadable() + ", which cannot be read here: unpack it first";
    }
    return depth > limits.nesting()
        ? "is nested in more than " + limits.nesting() + " archives"
        : null;
  }

  private Archive archive(Magic magic, InputStream in) {
    return magic == Magic.TAR
        ? new TarArchive(in, expansion, limits)
        : new ZipStreamArchive(in, expansion, limits);
  }

  private InputStream decoder(Magic magic, InputStream in, List<Closeable> decoders)
      throws IOException {
    if (magic == Magic.GZIP) {
      GzipStream gzip = new GzipStream(in);
      decoders.add(gzip);
      return new LayerStream("gzip stream", gzip, expansion);
    }
    InputStream buffered = new BufferedInputStream(in, BUFFER);
    return magic == Magic.XZ
        ? new LayerStream(
            "xz stream", new XZInputStream(buffered, limits.decoderMemory() >> 10), expansion)
        : new LayerStream(
            "bzip2 stream", new BZip2CompressorInputStream(buffered, true), expansion);
  }

  private void leave() {
    Frame frame = frames.pop();
    closeAll(List.of(frame.archive));
    closeAll(frame.decoders);
  }

  private static void closeAll(List<? extends Closeable> all) {
    for (Closeable one : all) {
      try {
        one.close();
      } catch (IOException e) {
        // They are decoders over streams that ignore it: there is nothing that could be lost.
      }
    }
  }

  @Override
  public void close() {
    closeAll(leafDecoders);
    while (!frames.isEmpty()) {
      leave();
    }
  }
}
