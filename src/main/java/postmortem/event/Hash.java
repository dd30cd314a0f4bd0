package postmortem.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Hashes with a fixed seed, so that what is kept when a table overflows is the same on each run.
 *
 * <p>Built on the folded 64 x 64 bit product, as in wyhash.
 */
public final class Hash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long A = 0xa0761d6478bd642fL;
  private static final long B = 0xe7037ed1a0b428dbL;

  private Hash() {}

  /** A hash of two words. */
  public static long mix(long a, long b) {
    return finish(fold(a ^ A, b ^ B));
  }

  /** A hash of the bytes from {@code from} to before {@code to}, chained to {@code seed}. */
  public static long of(byte[] bytes, int from, int to, long seed) {
    long h = seed ^ (to - from);
    int i = from;
    for (; i + 8 <= to; i += 8) {
      h = fold(h ^ A, (long) LONGS.get(bytes, i) ^ B);
    }
    long rest = 0;
    for (int shift = 0; i < to; i++, shift += 8) {
      rest |= (bytes[i] & 0xffL) << shift;
    }
    return finish(fold(h ^ B, rest ^ A));
  }

  private static long fold(long x, long y) {
    return Math.multiplyHigh(x, y) ^ (x * y);
  }

  private static long finish(long h) {
    h = (h ^ h >>> 32) * 0xd6e8feb86659fd93L;
    return h ^ h >>> 32;
  }
}
