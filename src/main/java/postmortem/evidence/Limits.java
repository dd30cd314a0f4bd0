package postmortem.evidence;

/**
 * Every limit on what evidence may make us do. What goes over one is named in the ledger; the rest
 * is read on.
 *
 * @param nesting how many archives may lie inside each other; an archive and its compression count
 *     once, a file that is compressed again once more for each time
 * @param expansion how many times larger than its bytes on disk an archive may become; judged from
 *     the first MiB on that comes out
 * @param expandedBytes how many bytes may come out of one file on disk
 * @param members how many members an archive may have
 * @param memberName the longest name of a member, in characters; a longer one is cut
 * @param archiveHeader how many bytes may lie between two members of an archive: headers, long
 *     names
 * @param zipDirectory the largest directory of a zip that is held in memory, in bytes; a larger one
 *     is not used, and the archive is read from front to back
 * @param decoderMemory the most memory that a decoder may ask for, in bytes ({@code xz -9} needs 65
 *     MiB)
 * @param folders how many folders may lie inside each other
 * @param line the longest line in bytes; a longer one is a rejection
 */
public record Limits(
    int nesting,
    int expansion,
    long expandedBytes,
    int members,
    int memberName,
    int archiveHeader,
    int zipDirectory,
    int decoderMemory,
    int folders,
    int line) {

  /** What is right for a machine with half a GiB to spare. */
  public static final Limits DEFAULT =
      new Limits(5, 1000, 1L << 40, 1_000_000, 4096, 1 << 18, 1 << 24, 80 << 20, 64, 1 << 20);

  public Limits {
    if (nesting < 1 || expansion < 1 || expandedBytes < 1 || members < 1 || memberName < 1) {
      throw new IllegalArgumentException("a limit below 1");
    }
    if (archiveHeader < 1024 || zipDirectory < 0 || decoderMemory < 1 << 20) {
      throw new IllegalArgumentException("a limit that no archive can keep");
    }
    if (folders < 1 || line < 1) {
      throw new IllegalArgumentException("a limit below 1");
    }
  }
}
