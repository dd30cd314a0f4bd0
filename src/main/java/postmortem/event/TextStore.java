package postmortem.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Short texts one after the other, each with its id before it, so that who finds a text has found
 * its id: an array for each text would cost more than the text, and another wait for memory.
 *
 * <p>A place is the number of a text's first byte of all. What was stored is never changed, because
 * slices refer to it.
 */
final class TextStore {

  /** No text is here. */
  static final int NOWHERE = 0;

  /** Of the hash of a text. */
  static final long SEED = 1;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CHUNK_BITS = 16;
  private static final int IN_CHUNK = (1 << CHUNK_BITS) - 1;
  private static final int HEAD = 4; // bytes of the id, and then one of the length

  private byte[][] chunks = new byte[4][];
  private int next = HEAD; // a place, which is never 0

  /** Stores at most 255 bytes; their place. */
  int add(int id, byte[] from, int start, int end) {
    int length = end - start;
    if ((next & IN_CHUNK) + HEAD + 1 + length > IN_CHUNK) {
      next = (next | IN_CHUNK) + 1 + HEAD;
    }
    byte[] chunk = chunk(next);
    int at = next & IN_CHUNK;
    INTS.set(chunk, at, id);
    chunk[at + HEAD] = (byte) length;
    System.arraycopy(from, start, chunk, at + HEAD + 1, length);
    int place = next;
    next += HEAD + 1 + length;
    return place;
  }

  private byte[] chunk(int place) {
    int chunk = place >>> CHUNK_BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunks.length * 2);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new byte[1 << CHUNK_BITS];
    }
    return chunks[chunk];
  }

  /** Takes over a text of another; its place here. */
  int take(TextStore other, int place) {
    byte[] chunk = other.chunks[place >>> CHUNK_BITS];
    int at = (place & IN_CHUNK) + HEAD;
    return add(other.id(place), chunk, at + 1, at + 1 + (chunk[at] & 0xff));
  }

  int id(int place) {
    return (int) INTS.get(chunks[place >>> CHUNK_BITS], place & IN_CHUNK);
  }

  long hash(int place) {
    byte[] chunk = chunks[place >>> CHUNK_BITS];
    int at = (place & IN_CHUNK) + HEAD;
    return Hash.of(chunk, at + 1, at + 1 + (chunk[at] & 0xff), SEED);
  }

  /** Is the text at a place made of these bytes? */
  boolean isAt(int place, byte[] bytes, int start, int end) {
    byte[] chunk = chunks[place >>> CHUNK_BITS];
    int at = (place & IN_CHUNK) + HEAD;
    int length = chunk[at] & 0xff;
    return Arrays.equals(chunk, at + 1, at + 1 + length, bytes, start, end);
  }

  Slice get(int place) {
    byte[] chunk = chunks[place >>> CHUNK_BITS];
    int at = (place & IN_CHUNK) + HEAD;
    return new Slice(chunk, at + 1, at + 1 + (chunk[at] & 0xff));
  }
}
