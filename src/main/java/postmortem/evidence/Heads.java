package postmortem.evidence;

import postmortem.event.Hash;

/**
 * Hashes of the first bytes of a file, at a few lengths: two files where these differ cannot be
 * equal, and neither can be the beginning of the other.
 */
final class Heads {

  static final Heads NONE = new Heads(new long[0]);

  private static final int[] LENGTHS = {16, 64, 256, 1 << 10, 1 << 12, 1 << 14, 1 << 16};

  private final long[] hashes;

  private Heads(long[] hashes) {
    this.hashes = hashes;
  }

  /** Of a head as {@link Samples} has it. */
  static Heads of(byte[] head) {
    int n = 0;
    while (n < LENGTHS.length && LENGTHS[n] <= head.length) {
      n++;
    }
    long[] hashes = new long[n];
    for (int i = 0; i < n; i++) {
      hashes[i] = Hash.of(head, 0, LENGTHS[i], 0);
    }
    return new Heads(hashes);
  }

  /** The number of lengths that there is a hash of. */
  int levels() {
    return hashes.length;
  }

  /** The hash of the beginning of one length, from 0 to before {@link #levels()}. */
  long hash(int level) {
    return hashes[level];
  }
}
