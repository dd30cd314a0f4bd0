package postmortem.parser.exchange;

import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;

/**
 * What {@code recipient-status} says of the recipients of a row (exchange-logs.md, 4): one text for
 * each, set apart by semicolons; as these stand within texts too, only where the counts match.
 */
final class RecipientStatus {

  private static final String LAST_ERROR = "LED=";

  private final @Nullable Slice all;
  private final boolean apart;
  private int next;

  RecipientStatus(@Nullable Slice all, int recipients) {
    this.all = all;
    int parts = 1;
    for (int i = 0; all != null && i < all.length(); i++) {
      parts += all.byteAt(i) == ';' ? 1 : 0;
    }
    this.apart = parts == recipients;
  }

  /** The text of the next recipient; null where there is none. */
  @Nullable Slice next() {
    if (all == null || !apart) {
      return all;
    }
    int from = Math.min(next, all.length());
    int end = RecipientDomains.partEnd(all, from);
    next = end + 1;
    return end == from ? null : all.part(from, end);
  }

  /**
   * Where the reply begins: newer versions put {@code [{LRT=...};{LED=550 5.1.1 ...}]} around it.
   */
  static @Nullable Slice reply(@Nullable Slice text) {
    if (text == null || text.isEmpty() || text.byteAt(0) != '[') {
      return text;
    }
    for (int i = 0; i + LAST_ERROR.length() <= text.length(); i++) {
      Slice rest = text.part(i, text.length());
      if (rest.startsWithIgnoreCase(LAST_ERROR)) {
        int end = rest.indexOf('}');
        return rest.part(LAST_ERROR.length(), end < 0 ? rest.length() : end);
      }
    }
    return text;
  }

  /** The code that a reply begins with; 0 where there is none. */
  static int code(@Nullable Slice reply) {
    if (reply == null || reply.length() < 3 || reply.length() > 3 && isDigit(reply.byteAt(3))) {
      return 0;
    }
    int code = 0;
    for (int i = 0; i < 3; i++) {
      if (!isDigit(reply.byteAt(i))) {
        return 0;
      }
      code = code * 10 + reply.byteAt(i) - '0';
    }
    return code >= 200 && code < 600 ? code : 0;
  }

  /** What follows the code and one blank or dash. */
  static @Nullable Slice text(@Nullable Slice reply) {
    return reply == null || code(reply) == 0
        ? reply
        : reply.part(Math.min(4, reply.length()), reply.length());
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
