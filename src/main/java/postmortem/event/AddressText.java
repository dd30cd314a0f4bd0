package postmortem.event;

import org.jspecify.annotations.Nullable;

/** Reads and writes the text forms of addresses, on bytes and without garbage. */
final class AddressText {

  private AddressText() {}

  static @Nullable Address parse(byte[] b, int from, int to) {
    if (to - from >= 2 && b[from] == '[' && b[to - 1] == ']') {
      from++;
      to--;
    }
    for (int i = from; i < to; i++) {
      if (b[i] == ':') {
        return parseV6(b, from, to);
      }
    }
    long bits = parseV4(b, from, to);
    return bits < 0 ? null : Address.v4((int) bits);
  }

  /** The 32 bits, or -1. */
  private static long parseV4(byte[] b, int from, int to) {
    if (to - from < 7 || to - from > 15) {
      return -1;
    }
    long bits = 0;
    int part = 0;
    int digits = 0;
    int dots = 0;
    for (int i = from; i < to; i++) {
      int c = b[i];
      if (c >= '0' && c <= '9') {
        part = part * 10 + c - '0';
        if (++digits > 3 || part > 255) {
          return -1;
        }
      } else if (c == '.' && digits > 0 && dots < 3) {
        bits = bits << 8 | part;
        part = 0;
        digits = 0;
        dots++;
      } else {
        return -1;
      }
    }
    return dots == 3 && digits > 0 ? bits << 8 | part : -1;
  }

  private static @Nullable Address parseV6(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '%') { // a zone index is local to the machine that wrote it
        to = i;
      }
    }
    int[] groups = new int[8];
    int n = 0;
    int gap = -1;
    int i = from;
    if (i + 1 < to && b[i] == ':' && b[i + 1] == ':') {
      gap = 0;
      i += 2;
    }
    while (i < to) {
      int end = i;
      while (end < to && b[end] != ':') {
        end++;
      }
      long v4 = end == to ? parseV4(b, i, end) : -1;
      if (v4 >= 0) {
        if (n > 6) {
          return null;
        }
        groups[n++] = (int) (v4 >>> 16);
        groups[n++] = (int) v4 & 0xffff;
        i = end;
        break;
      }
      int group = hex(b, i, end);
      if (group < 0 || n == 8) {
        return null;
      }
      groups[n++] = group;
      i = end;
      if (i < to) {
        i++; // the colon
        if (i == to) {
          return null;
        }
        if (b[i] == ':') {
          if (gap >= 0) {
            return null;
          }
          gap = n;
          i++;
        }
      }
    }
    return assemble(groups, n, gap);
  }

  private static @Nullable Address assemble(int[] groups, int n, int gap) {
    if (gap < 0 ? n != 8 : n == 8) {
      return null;
    }
    long high = 0;
    long low = 0;
    for (int k = 0; k < 8; k++) {
      int at = gap < 0 || k < gap ? k : k >= 8 - (n - gap) ? k - (8 - n) : -1;
      long group = at < 0 ? 0 : groups[at];
      if (k < 4) {
        high = high << 16 | group;
      } else {
        low = low << 16 | group;
      }
    }
    return new Address(high, low);
  }

  /** One group of up to four digits, or -1. */
  private static int hex(byte[] b, int from, int to) {
    if (to == from || to - from > 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(b[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  static String format(Address a) {
    StringBuilder out = new StringBuilder(39);
    if (a.isV4()) {
      long bits = a.low();
      return out.append(bits >>> 24 & 0xff)
          .append('.')
          .append(bits >>> 16 & 0xff)
          .append('.')
          .append(bits >>> 8 & 0xff)
          .append('.')
          .append(bits & 0xff)
          .toString();
    }
    int bestStart = -1;
    int bestLength = 1; // a single zero group is not shortened (RFC 5952, 4.2.2)
    for (int k = 0; k < 8; k++) {
      int run = 0;
      while (k + run < 8 && group(a, k + run) == 0) {
        run++;
      }
      if (run > bestLength) {
        bestStart = k;
        bestLength = run;
      }
      k += run;
    }
    for (int k = 0; k < 8; k++) {
      if (k == bestStart) {
        out.append("::");
        k += bestLength - 1;
        continue;
      }
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
        out.append(':');
      }
      out.append(Integer.toHexString(group(a, k)));
    }
    return out.toString();
  }

  private static int group(Address a, int k) {
    long half = k < 4 ? a.high() : a.low();
    return (int) (half >>> (48 - 16 * (k & 3))) & 0xffff;
  }
}
