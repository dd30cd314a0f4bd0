package postmortem.parser.firewall;

import java.util.Arrays;

/**
 * Masks the bytes of packets that a firewall log holds in hex: a refused packet may be one of an
 * AUTH exchange (isa-tmg.md, 4 and 5: "IP header", "protocol payload").
 */
final class HexCells {

  /** Bytes of an IP header and more: shorter runs of pairs are no packet. */
  private static final int SHORTEST = 8;

  private HexCells() {}

  /** Overwrites each cell that is pairs of hex digits set apart by blanks. */
  static void mask(byte[] record) {
    int from = 0;
    for (int i = 0; i <= record.length; i++) {
      if (i == record.length || record[i] == '\t' || record[i] == '\n') {
        if (isPacket(record, from, i)) {
          Arrays.fill(record, from, i, (byte) '*');
        }
        from = i + 1;
      }
    }
  }

  /** Damaged digits ("yu") are seen in real logs, so that any two letters or digits are a pair. */
  private static boolean isPacket(byte[] b, int from, int to) {
    int pairs = 0;
    for (int i = from; i < to; i++) {
      int at = (i - from) % 3;
      boolean blank = b[i] == ' ' || b[i] == '\r';
      if (at == 2 ? !blank : !isLetterOrDigit(b[i])) {
        return pairs >= SHORTEST && blank; // blanks behind the last pair
      }
      pairs += at == 1 ? 1 : 0;
    }
    return pairs >= SHORTEST;
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
