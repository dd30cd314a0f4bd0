package postmortem.parser.firewall;

import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.text.AsciiNumbers;

/**
 * An address and a port as a TCP row writes them. Made once and moved from cell to cell.
 *
 * <p>A TCP row always has a port, so that the last colon is before it wherever an address is left
 * without it: {@code 2001:db8::1:25} is port 25 of {@code 2001:db8::1} (isa-tmg.md, 5).
 */
final class Endpoint {

  private static final int MAX_PORT = 65_535;

  private @Nullable Address address;
  private int port;

  /** Reads the bytes from {@code from} to before {@code to}. */
  void read(byte[] b, int from, int to) {
    address = null;
    port = 0;
    int colon = to - 1;
    while (colon >= from && b[colon] != ':') {
      colon--;
    }
    long number = colon < from ? AsciiNumbers.NONE : AsciiNumbers.unsigned(b, colon + 1, to);
    if (number >= 0 && number <= MAX_PORT) {
      address = Address.parse(b, from, colon);
      port = (int) number;
    }
    if (address == null) {
      address = Address.parse(b, from, to);
      port = 0;
    }
  }

  /** Null where the cell is no address. */
  @Nullable Address address() {
    return address;
  }

  /** 0 where there is none. */
  int port() {
    return port;
  }
}
