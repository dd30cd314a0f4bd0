package postmortem.evidence;

import postmortem.event.Hash;

/**
 * Hashes of the first bytes of a file, at a few lengths: two files where these differ cannot be
 * equal, and neither can be the beginning of the other.
 */
final class Heads {

  static final Heads NONE = new Heads(new long[0], 0);

  private static final int[] LENGTHS = {16, 64, 256, 1 << 10, 1 << 12, 1 << 14, 1 << 16};

  private final long[] hashes;
  private final int length;

  private Heads(long[] hashes, int length) {
    this.hashes = hashes;
    this.length = length;
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
    return new Heads(hashes, head.length);
  }

  /** How many bytes the head has. */
  int length() {
    return length;
  }

  /** The hash of the shortest beginning, by which files are grouped; 0 where there is none. */
  long first() {
    return hashes.length == 0 ? 0 : hashes[0];
  }

  /** Can one file begin with all of the other, as far as the hashes tell? */
  boolean agree(Heads other) {
    int n = Math.min(hashes.length, other.hashes.length);
    return n > 0 && hashes[n - 1] == other.hashes[n - 1];
  }
}
