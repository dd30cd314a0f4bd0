package postmortem.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What decoding a file on disk to its last layer ends at, and how to get there again.
 *
 * @param path below the argument
 * @param size decoded, or -1
 * @param sha256 of the bytes before UTF-16 is turned into UTF-8, or null
 * @param heads hashes of its first bytes, for telling possible duplicates
 * @param plain is it the file on disk as it is?
 * @param problem why it cannot be read at all, or null
 */
record Leaf(
    DiskFile disk,
    Place place,
    String path,
    long size,
    @Nullable Encoding encoding,
    @Nullable String sha256,
    Heads heads,
    boolean plain,
    @Nullable String problem) {

  boolean seekable() {
    return plain && encoding != null && !encoding.isUtf16();
  }
}
