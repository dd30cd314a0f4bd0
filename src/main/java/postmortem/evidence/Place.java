package postmortem.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Where a leaf lies in a file on disk.
 *
 * @param zipEntry the place of its entry in the directory of the zip on disk; -1 where the way does
 *     not lead through one
 * @param index its place among the leaves of that entry, or of the file
 * @param container path of the archive that holds it, below the argument, or null
 * @param cost about how many bytes have to be read from disk for it
 */
record Place(int zipEntry, int index, @Nullable String container, long cost) {}
