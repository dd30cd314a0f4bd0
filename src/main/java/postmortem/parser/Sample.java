package postmortem.parser;

/**
 * Parts of a file, for recognising its format: never to be changed.
 *
 * @param path the ledger path
 * @param size the decoded size in bytes, or -1 where it is not known yet
 * @param head the first 64 KiB, or all of a smaller file; text in UTF-16 is given as UTF-8
 * @param middle 64 KiB from the middle, beginning at a line start where the medium can seek and the
 *     file is text; else empty
 * @param tail the last 64 KiB, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract; compared by nobody
public record Sample(String path, long size, byte[] head, byte[] middle, byte[] tail) {

  public static final int LENGTH = 1 << 16;
}
