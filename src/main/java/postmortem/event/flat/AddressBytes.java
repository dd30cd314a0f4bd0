package postmortem.event.flat;

import java.nio.ByteBuffer;
import postmortem.event.Address;
import postmortem.event.Slice;

/** Addresses as sixteen bytes. */
final class AddressBytes {

  private AddressBytes() {}

  static Slice of(Address address) {
    byte[] bytes = new byte[2 * Long.BYTES];
    ByteBuffer.wrap(bytes).putLong(address.high()).putLong(address.low());
    return new Slice(bytes, 0, bytes.length);
  }

  static Address read(Slice bytes) {
    return new Address(word(bytes, 0), word(bytes, Long.BYTES));
  }

  private static long word(Slice bytes, int from) {
    long word = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      word = word << 8 | bytes.byteAt(from + i) & 0xff;
    }
    return word;
  }
}
