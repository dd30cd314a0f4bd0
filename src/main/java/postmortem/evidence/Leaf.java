package postmortem.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What decoding a file on disk to its last layer ends at, and how to get there again.
 *
 * @param zipEntry the place of its entry in the directory of the zip on disk; -1 where the way does
 *     not lead through one
 * @param index its place among the leaves of that entry, or of the file
 * @param path below the argument
 * @param container path of the archive that holds it, below the argument, or null
 * @param heads hashes of its first bytes, for telling possible duplicates
 * @param cost about how many bytes have to be read from disk for it
 */
record Leaf(
    DiskFile disk,
    int zipEntry,
    int index,
    String path,
    @Nullable String container,
    long size,
    @Nullable Encoding encoding,
    @Nullable String sha256,
    Heads heads,
    boolean seekable,
    @Nullable String problem,
    long cost) {}
