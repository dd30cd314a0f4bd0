package postmortem.event;

import org.jspecify.annotations.Nullable;

/**
 * An IP address as 128 bits; IPv4 is held as its IPv4-mapped IPv6 form, so that {@code
 * ::ffff:192.0.2.1} and {@code 192.0.2.1} are one address.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Address(long high, long low) implements Comparable<Address> {

  private static final long V4_PREFIX = 0xffff_0000_0000L;

  /** The IPv4 address with these 32 bits. */
  public static Address v4(int bits) {
    return new Address(0, V4_PREFIX | Integer.toUnsignedLong(bits));
  }

  /**
   * Reads the text form of an address: dotted IPv4, or IPv6 (RFC 4291), in brackets or not, with a
   * zone index or not.
   *
   * @return null where the text is no address
   */
  public static @Nullable Address parse(CharSequence text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      bytes[i] = c < 128 ? (byte) c : (byte) '?';
    }
    return parse(bytes, 0, bytes.length);
  }

  /** As {@link #parse(CharSequence)}, of the bytes from {@code from} to before {@code to}. */
  public static @Nullable Address parse(byte[] bytes, int from, int to) {
    return AddressText.parse(bytes, from, to);
  }

  public boolean isV4() {
    return high == 0 && low >>> 32 == 0xffffL;
  }

  /** The network of this address with the given prefix: of 0 to 32 bits for IPv4, 0 to 128 else. */
  public Address network(int prefix) {
    int bits = isV4() ? prefix + 96 : prefix;
    long h = bits >= 64 ? high : bits == 0 ? 0 : high & -1L << (64 - bits);
    long l = bits <= 64 ? 0 : bits >= 128 ? low : low & -1L << (128 - bits);
    return new Address(h, l);
  }

  /** The /64 of an IPv6 address; an IPv4 address itself. Rates are kept for it (design 6). */
  public Address site() {
    return isV4() ? this : network(64);
  }

  /** The /16 of an IPv4 address, the /32 of an IPv6 one: networks of one owner, more or less. */
  public Address owner() {
    return network(isV4() ? 16 : 32);
  }

  /** Loopback, link-local, RFC 1918 or IPv6 unique local: an address that no stranger can have. */
  public boolean isPrivate() {
    if (isV4()) {
      int a = (int) (low >>> 24) & 0xff;
      int b = (int) (low >>> 16) & 0xff;
      return a == 10
          || a == 127
          || a == 172 && b >= 16 && b < 32
          || a == 192 && b == 168
          || a == 169 && b == 254;
    }
    int top = (int) (high >>> 48);
    return (top & 0xfe00) == 0xfc00 || (top & 0xffc0) == 0xfe80 || high == 0 && low == 1;
  }

  /**
   * A well-mixed hash with a fixed seed: equal on every machine, and no use to whoever sends mail.
   */
  public long hash64() {
    return Hash.mix(high, low);
  }

  @Override
  public int compareTo(Address other) {
    int c = Long.compareUnsigned(high, other.high);
    return c != 0 ? c : Long.compareUnsigned(low, other.low);
  }

  /** Dotted IPv4, or IPv6 in the form of RFC 5952. */
  @Override
  public String toString() {
    return AddressText.format(this);
  }
}
