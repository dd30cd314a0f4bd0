package postmortem.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** A zip that lies in something else, or has lost its directory: read from front to back. */
final class ZipStreamArchive implements Archive {

  private static final int BUFFER = 1 << 16;
  private static final int TAIL = 1 << 17; // a comment behind the end mark has up to 64 KiB

  private final Limits limits;
  private final Expansion expansion;
  private final MeteredStream metered;
  private final ZipArchiveInputStream zip;
  private @Nullable LayerStream current;
  private long entries;

  ZipStreamArchive(InputStream in, Expansion expansion, Limits limits) {
    this.limits = limits;
    this.expansion = expansion;
    this.metered =
        new MeteredStream(new BufferedInputStream(in, BUFFER), limits.archiveHeader(), TAIL);
    this.zip = new ZipArchiveInputStream(metered, StandardCharsets.UTF_8.name(), true, false);
  }

  @Override
  public @Nullable Member next() throws IOException {
    if (current != null) {
      current.drain();
      current = null;
    }
    ZipArchiveEntry entry = nextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = nextEntry();
    }
    if (entry == null) {
      checkEnd();
      return null;
    }
    String name = ZipMembers.name(entry);
    String problem = ZipMembers.problem(entry);
    if (problem == null && !zip.canReadEntryData(entry)) {
      problem = "does not say its length, and cannot be read inside another archive";
    }
    if (problem != null) {
      return Member.unreadable(name, problem);
    }
    // With a descriptor behind the data neither is known yet.
    boolean later = entry.getGeneralPurposeBit().usesDataDescriptor();
    long crc = later ? -1 : entry.getCrc();
    long size = later ? -1 : entry.getSize();
    current = new LayerStream("zip member", new CrcStream(zip, crc, size), expansion);
    return new Member(name, size, null, current);
  }

  private @Nullable ZipArchiveEntry nextEntry() throws IOException {
    // No allowance: it may have to go past a member that could not be read.
    ZipArchiveEntry entry = zip.getNextEntry();
    if (entry != null && ++entries > limits.members()) {
      throw new EvidenceException("stopped after " + limits.members() + " members", 0, null);
    }
    return entry;
  }

  private void checkEnd() throws IOException {
    byte[] rest = new byte[BUFFER];
    while (metered.read(rest, 0, rest.length) >= 0) {
      // only the directory
    }
    if (!metered.endsWith(ZipMembers.endMark())) {
      throw new EvidenceException("zip archive has no end: it was cut off", 0, null);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close(); // frees its decoder, and closes a stream that ignores it
  }
}
