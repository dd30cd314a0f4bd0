package postmortem.evidence;

/**
 * Parts of one evidence file, for recognising what it is: never to be changed.
 *
 * @param path as it is below its argument; the ledger path, unless several arguments hold equal
 *     ones
 * @param size the decoded size in bytes, or -1 where it is not known yet
 * @param encoding as in {@link EvidenceFile#encoding()}
 * @param head the first 64 KiB, or all of a smaller file; text in UTF-16 is given as UTF-8
 * @param middle up to 64 KiB from the middle, beginning at a line start where the file is text;
 *     empty where the medium cannot seek or the head says all
 * @param tail the last bytes, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract; compared by nobody
public record Samples(
    String path, long size, String encoding, byte[] head, byte[] middle, byte[] tail) {

  /** The most bytes that a part has. */
  public static final int LENGTH = 1 << 16;
}
