package postmortem.evidence;

import org.jspecify.annotations.Nullable;

/**
 * One file or archive member as it was found. Immutable; opened through the {@link EvidenceTree}
 * that found it.
 */
public final class EvidenceFile {

  private final int id;
  private final String prefix;
  private final String path;
  private final Leaf leaf;

  EvidenceFile(int id, String prefix, Leaf leaf) {
    this.id = id;
    this.prefix = prefix;
    this.path = prefix.isEmpty() ? leaf.path() : prefix + leaf.path();
    this.leaf = leaf;
  }

  /** The ledger id: its position in the order of ledger paths, from 0. */
  public int id() {
    return id;
  }

  /**
   * The ledger path: relative to its argument, with {@code /} on every system, members after {@code
   * !}. It holds whatever characters the names hold; two members of one archive may have the same.
   */
  public String path() {
    return path;
  }

  /** The ledger path of the archive that holds it, or null. */
  public @Nullable String container() {
    return leaf.place().container() == null ? null : prefix + leaf.place().container();
  }

  /** The decoded size in bytes; -1 where nobody knows before it is read. */
  public long size() {
    return leaf.size();
  }

  /** As its samples show it; null where there are none. */
  public @Nullable Encoding encoding() {
    return leaf.encoding();
  }

  /**
   * SHA-256 in hex where finding it meant reading it: members of archives that have to be read from
   * front to back. Else, and where the member could not be read to its end, null.
   */
  public @Nullable String sha256() {
    return leaf.sha256();
  }

  /** May {@link EvidenceTree#openAt} be used? True for plain files on disk, except in UTF-16. */
  public boolean seekable() {
    return leaf.seekable();
  }

  /** Why it cannot be read at all: one line, for people; null where it can be tried. */
  public @Nullable String problem() {
    return leaf.problem();
  }

  Leaf leaf() {
    return leaf;
  }

  @Override
  public String toString() {
    return id + " " + path;
  }
}
