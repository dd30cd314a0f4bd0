package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Parts of one evidence file, for recognising what it is: never to be changed.
 *
 * @param path as it is below its argument; the ledger path, unless several arguments hold equal
 *     ones
 * @param size the decoded size in bytes, or -1 where it is not known yet
 * @param encoding as these parts show it
 * @param head the first 64 KiB, or all of a smaller file; text in UTF-16 is given as UTF-8
 * @param middle up to 64 KiB from the middle, beginning at a line start where the file is text;
 *     empty where the medium cannot seek or the other parts say all
 * @param tail the last bytes, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract; compared by nobody
public record Samples(
    String path, long size, Encoding encoding, byte[] head, byte[] middle, byte[] tail) {

  /** The most bytes that a part has. */
  public static final int LENGTH = 1 << 16;

  private static final byte[] NOTHING = {};

  /** Of a file on disk that is in nothing else. */
  static Samples ofPlain(DiskFile disk) throws IOException {
    byte[] head = DiskStream.part(disk, 0, LENGTH);
    Encoding utf16 = Encoding.utf16(head, head.length);
    if (utf16 != null) {
      try (InputStream in = new Utf16Stream(DiskStream.open(disk), utf16)) {
        return new Samples(disk.name(), -1, utf16, in.readNBytes(LENGTH), NOTHING, NOTHING);
      }
    }
    long size = disk.size();
    byte[] middle = size < 3L * LENGTH ? NOTHING : DiskStream.part(disk, size / 2, LENGTH);
    byte[] tail =
        size <= LENGTH ? NOTHING : DiskStream.part(disk, Math.max(LENGTH, size - LENGTH), LENGTH);
    Encoding encoding = Encoding.of(head, middle, tail);
    if (encoding != Encoding.BINARY) {
      middle = fromLineStart(middle);
      tail = fromLineStart(tail);
    }
    return new Samples(disk.name(), size, encoding, head, middle, tail);
  }

  /** Of a decoded file whose head was read again. */
  static Samples ofLeaf(Leaf leaf, byte[] head) {
    Encoding encoding = leaf.encoding() == null ? Encoding.of(head) : leaf.encoding();
    return new Samples(leaf.path(), leaf.size(), encoding, head, NOTHING, NOTHING);
  }

  private static byte[] fromLineStart(byte[] part) {
    for (int i = 0; i < part.length; i++) {
      if (part[i] == '\n') {
        return Arrays.copyOfRange(part, i + 1, part.length);
      }
    }
    return NOTHING;
  }
}
