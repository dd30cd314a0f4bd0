package postmortem.analysis.session;

import postmortem.event.Span;

/** The parts of {@code 192.0.2.1:25}, {@code [2001:db8::1]:25}, or an address alone. */
final class Endpoint {

  private Endpoint() {}

  /** The span of the address, without port. */
  static long address(byte[] block, long span) {
    int colon = portColon(block, span);
    return colon < 0 ? span : Span.of(Span.start(span), colon);
  }

  /** The port, or 0. */
  static int port(byte[] block, long span) {
    int colon = portColon(block, span);
    int port = 0;
    if (colon >= 0) {
      for (int i = colon + 1; i < Span.end(span); i++) {
        int digit = block[i] - '0';
        if (digit < 0 || digit > 9 || port > 6553) {
          return 0;
        }
        port = port * 10 + digit;
      }
    }
    return port;
  }

  /** The colon before a port, or -1: an IPv6 address without brackets has colons and no port. */
  private static int portColon(byte[] block, long span) {
    int colon = -1;
    for (int i = Span.end(span) - 1; i >= Span.start(span); i--) {
      if (block[i] == ':') {
        if (colon >= 0) {
          return -1;
        }
        colon = i;
      } else if (block[i] == ']') {
        return colon;
      }
    }
    return colon;
  }
}
