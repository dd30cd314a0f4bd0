package postmortem.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/** A tar of any kind. */
final class TarArchive implements Archive {

  private static final int BUFFER = 1 << 16;

  private final Limits limits;
  private final Expansion expansion;
  private final MeteredStream metered;
  private final TarArchiveInputStream tar;
  private @Nullable LayerStream current;
  private long entries;

  TarArchive(InputStream in, Expansion expansion, Limits limits) {
    this.limits = limits;
    this.expansion = expansion;
    this.metered =
        new MeteredStream(new BufferedInputStream(in, BUFFER), limits.archiveHeader(), 0);
    // The names' encoding is found out later; the names must not depend on the platform.
    this.tar =
        new TarArchiveInputStream(
            metered,
            TarConstants.DEFAULT_RCDSIZE, // no larger blocks, whose rest would be lost in silence
            TarConstants.DEFAULT_RCDSIZE,
            "ISO-8859-1",
            true);
  }

  @Override
  public @Nullable Member next() throws IOException {
    if (current != null) {
      current.drain();
      current = null;
    }
    TarArchiveEntry entry = nextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = nextEntry();
    }
    if (entry == null) {
      checkEnd();
      return null;
    }
    current = new LayerStream("tar member", tar, expansion);
    String name = MemberName.repair(entry.getName());
    if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
      return Member.unreadable(name, "holds no data: it is a " + kind(entry));
    }
    if (!tar.canReadEntryData(entry)) {
      return Member.unreadable(name, "is stored in a way that cannot be read here");
    }
    long size = entry.isSparse() ? entry.getRealSize() : entry.getSize();
    return new Member(name, size, null, current);
  }

  private @Nullable TarArchiveEntry nextEntry() throws IOException {
    metered.betweenMembers();
    TarArchiveEntry entry = tar.getNextEntry();
    metered.inMember();
    if (entry != null) {
      if (!entry.isCheckSumOK()) {
        throw new EvidenceException("tar archive has a damaged header", 0, null);
      }
      if (++entries > limits.members()) {
        throw new EvidenceException("stopped after " + limits.members() + " members", 0, null);
      }
    }
    return entry;
  }

  /** Reads what is behind the end, so that the checksum of a compressor is looked at, too. */
  private void checkEnd() throws IOException {
    if (!metered.sawZeroRecord()) {
      throw new EvidenceException("tar archive has no end mark: it may have been cut off", 0, null);
    }
    boolean more = metered.sawMore();
    byte[] rest = new byte[BUFFER];
    int n;
    while ((n = metered.read(rest, 0, rest.length)) >= 0) {
      for (int i = 0; i < n; i++) {
        more |= rest[i] != 0;
      }
    }
    if (more) {
      throw new EvidenceException("what follows the end of the tar archive is unread", 0, null);
    }
  }

  private static String kind(TarArchiveEntry entry) {
    if (entry.isSymbolicLink()) {
      return "symbolic link";
    }
    return entry.isLink() ? "link to another member" : "device or the like";
  }

  @Override
  public void close() {
    // Holds nothing but memory; what is below is closed by its owner.
  }
}
