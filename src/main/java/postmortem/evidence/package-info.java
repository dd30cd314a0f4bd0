/**
 * Where it came from: the walk over files and archives, decompression, hashes, charsets,
 * duplicates, and the ledger that accounts for all of it.
 *
 * <p>Evidence is opened for reading only, and never changed.
 */
@NullMarked
package postmortem.evidence;

import org.jspecify.annotations.NullMarked;
