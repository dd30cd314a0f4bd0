package postmortem.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The leaves of one file on disk, or of one entry of a zip on disk, read again in their order. */
final class Parts implements Closeable {

  private final Closeable owner;
  private final @Nullable Expansion expansion;
  private final @Nullable Unpacker unpacker;
  private final InputStream in;
  private int next;

  private Parts(
      Closeable owner, InputStream in, @Nullable Expansion expansion, @Nullable Unpacker unpacker) {
    this.owner = owner;
    this.in = in;
    this.expansion = expansion;
    this.unpacker = unpacker;
  }

  /** Opens the file that a leaf lies in. */
  static Parts open(Leaf leaf, Limits limits) throws IOException {
    if (leaf.place().zipEntry() >= 0) {
      DiskZip zip = DiskZip.open(leaf.disk(), limits);
      if (zip == null) {
        throw changed();
      }
      try {
        return ofEntry(zip, leaf, limits, zip);
      } catch (IOException e) {
        zip.close();
        throw e;
      }
    }
    DiskStream in = DiskStream.open(leaf.disk());
    if (leaf.plain()) {
      return new Parts(in, in, null, null);
    }
    Expansion expansion = new Expansion(limits, in::position);
    Unpacker unpacker = new Unpacker(in, expansion, limits, leaf.disk().name(), null, 0);
    return new Parts(in, in, expansion, unpacker);
  }

  /** As {@link #open}, from a zip that stays open. */
  static Parts ofEntry(DiskZip zip, Leaf leaf, Limits limits) throws IOException {
    return ofEntry(zip, leaf, limits, () -> {});
  }

  private static Parts ofEntry(DiskZip zip, Leaf leaf, Limits limits, Closeable owner)
      throws IOException {
    int entry = leaf.place().zipEntry();
    if (entry >= zip.size()) {
      throw changed();
    }
    Expansion expansion = new Expansion(limits, () -> zip.stored(entry));
    Unpacker unpacker = zip.unpack(entry, expansion);
    return new Parts(owner, InputStream.nullInputStream(), expansion, unpacker);
  }

  /** To count in; null where nothing expands. */
  @Nullable Expansion expansion() {
    return expansion;
  }

  /** Goes on to a leaf: its bytes, before UTF-16 is turned into UTF-8. */
  InputStream goTo(Leaf leaf) {
    if (unpacker == null) {
      return in;
    }
    Unpacker.Part part = null;
    while (next <= leaf.place().index()) {
      part = unpacker.next();
      next++;
    }
    if (part == null || !part.path().equals(leaf.path())) {
      return failing(changed());
    }
    String problem = part.problem();
    return problem == null ? part.in() : failing(new EvidenceException(problem, 0, null));
  }

  private static EvidenceException changed() {
    return new EvidenceException("is no longer what it was when it was found", 0, null);
  }

  /** A stream that cannot be read. */
  static InputStream failing(EvidenceException why) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw why;
      }

      @Override
      public int read(byte[] b, int off, int len) throws IOException {
        throw why;
      }
    };
  }

  @Override
  public void close() throws IOException {
    if (unpacker != null) {
      unpacker.close();
    }
    owner.close();
  }
}
