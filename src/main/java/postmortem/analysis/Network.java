package postmortem.analysis;

import org.jspecify.annotations.Nullable;
import postmortem.event.Address;

/**
 * A range of addresses with a common prefix.
 *
 * @param base its first address
 * @param prefix length in bits: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Network(Address base, int prefix) {

  /**
   * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32} or a single address; null where it is
   * neither.
   */
  public static @Nullable Network parse(String text) {
    int slash = text.indexOf('/');
    Address base = Address.parse(slash < 0 ? text : text.substring(0, slash));
    if (base == null) {
      return null;
    }
    int most = base.isV4() ? 32 : 128;
    int prefix = most;
    if (slash >= 0) {
      try {
        prefix = Integer.parseInt(text.substring(slash + 1));
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return prefix < 0 || prefix > most ? null : new Network(base.network(prefix), prefix);
  }

  public boolean contains(Address address) {
    return address.isV4() == base.isV4() && address.network(prefix).equals(base);
  }

  @Override
  public String toString() {
    return base + "/" + prefix;
  }
}
