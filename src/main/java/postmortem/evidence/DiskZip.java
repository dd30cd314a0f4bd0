package postmortem.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip on disk, whose members can be read one by one. Not thread-safe. */
final class DiskZip implements Closeable {

  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int DIRECTORY_SIZE_AT = 12;
  private static final int LOCATOR_LENGTH = 20;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;

  private final DiskFile disk;
  private final Limits limits;
  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;

  private DiskZip(DiskFile disk, Limits limits, ZipFile zip) {
    this.disk = disk;
    this.limits = limits;
    this.zip = zip;
    this.entries = Collections.list(zip.getEntriesInPhysicalOrder());
  }

  /** Null where it has no directory that can be used, or a larger one than is held in memory. */
  static @Nullable DiskZip open(DiskFile disk, Limits limits) throws IOException {
    if (!hasSmallDirectory(disk, limits)) {
      return null;
    }
    try {
      return new DiskZip(
          disk,
          limits,
          ZipFile.builder()
              .setPath(disk.path())
              .setCharset(StandardCharsets.UTF_8)
              .setIgnoreLocalFileHeader(true)
              .get());
    } catch (IOException | RuntimeException damaged) { // the library throws all sorts
      return null;
    }
  }

  /**
   * Does the end of the file say that the directory is small? A directory reaches to the end, so
   * this bounds what the library will hold, whatever else the file says.
   */
  private static boolean hasSmallDirectory(DiskFile disk, Limits limits) throws IOException {
    int length = (int) Math.min(disk.size(), LOCATOR_LENGTH + END_LENGTH + LONGEST_COMMENT);
    long from = disk.size() - length;
    ByteBuffer tail =
        ByteBuffer.wrap(DiskStream.part(disk, from, length)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = tail.limit() - END_LENGTH; i >= 0; i--) {
      if (tail.getInt(i) == END_SIGNATURE) {
        long stated = tail.getInt(i + DIRECTORY_SIZE_AT) & 0xffffffffL;
        long start = tail.getInt(i + DIRECTORY_SIZE_AT + 4) & 0xffffffffL;
        long room = from + i - start;
        return !isZip64(tail, i) && Math.max(stated, room) <= limits.zipDirectory();
      }
    }
    return false;
  }

  /** The end of a zip64 has other numbers before it, which overrule these. */
  private static boolean isZip64(ByteBuffer tail, int end) {
    return end >= LOCATOR_LENGTH && tail.getInt(end - LOCATOR_LENGTH) == LOCATOR_SIGNATURE;
  }

  int size() {
    return entries.size();
  }

  boolean isFolder(int i) {
    return entries.get(i).isDirectory();
  }

  /** The path of a member, below the argument. */
  String path(int i) {
    return disk.name() + "!" + MemberName.cut(ZipMembers.name(entries.get(i)), limits.memberName());
  }

  /** Why the content cannot be had, or null. */
  @Nullable String problem(int i) {
    return ZipMembers.problem(entries.get(i));
  }

  /** As the directory says, decoded; -1 where it does not. */
  long size(int i) {
    return entries.get(i).getSize();
  }

  /** How many bytes of the file it takes, as the directory says, but never more than there are. */
  long stored(int i) {
    return Math.max(0, Math.min(entries.get(i).getCompressedSize(), disk.size()));
  }

  /** What is in a member. */
  Unpacker unpack(int i, Expansion expansion) throws EvidenceException {
    InputStream in = new LayerStream("zip member", open(i), expansion);
    return new Unpacker(in, expansion, limits, path(i), disk.name(), 1);
  }

  /** A fresh stream of the member, checked for length and checksum. */
  private InputStream open(int i) throws EvidenceException {
    ZipArchiveEntry entry = entries.get(i);
    try {
      InputStream raw = zip.getInputStream(entry);
      if (raw == null) {
        throw new EvidenceException("zip member is not where the directory says", 0, null);
      }
      return new CrcStream(raw, entry.getCrc(), entry.getSize());
    } catch (IOException | RuntimeException e) { // the library throws all sorts
      throw LayerStream.describe("zip member", e, 0);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
