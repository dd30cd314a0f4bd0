package postmortem.event;

import org.jspecify.annotations.Nullable;

/**
 * What the words of a refusal mean, whichever log tells them.
 *
 * <p>The enhanced status code (RFC 3463) decides where it is specific; 5.7.1 and a missing code are
 * read by their words. Blanks may be written as {@code +} (iis-smtp.md, 4).
 */
public final class RefusalText {

  private static final String[] REPUTATION = {
    "blocked using",
    "listed at",
    "listed in",
    "listed by",
    "listed on",
    "is on ",
    "blacklist",
    "blocklist",
    "block list",
    "black list",
    "spamhaus",
    "spamcop",
    "sorbs",
    "dnsbl",
    "rbl.",
    "reputation",
    "barracudacentral",
    "user complaints",
    "spam source",
    "unusual rate"
  };
  private static final String[] RELAY = {"relay", "not permitted to send to", "we do not serve"};
  private static final String[] UNKNOWN = {
    "user unknown", "unknown user", "no such user", "no such recipient", "does not exist",
    "recipient rejected", "unknown recipient", "no mailbox", "mailbox unavailable",
        "invalid recipient",
    "not found", "recipient not"
  };
  private static final String[] FULL = {
    "mailbox full", "mailbox is full", "over quota", "quota exceeded"
  };
  private static final String[] LARGE = {"size exceeds", "too large", "message size"};
  private static final String[] BEFORE_LIST = {
    "using ", "listed at ", "listed in ", "listed by ", "listed on ", "is on "
  };

  private RefusalText() {}

  /**
   * Why something was refused.
   *
   * @param text the reply without its code
   */
  public static Reason reason(int status, Slice text) {
    if (holds(text, REPUTATION)) {
      return Reason.REPUTATION;
    }
    int subject = enhanced(text);
    if (status / 100 == 4) {
      return Reason.TEMPORARY;
    }
    return switch (subject) {
      case 101, 110, 106 -> Reason.UNKNOWN_RECIPIENT;
      case 202 -> Reason.MAILBOX_FULL;
      case 203, 304 -> Reason.TOO_LARGE;
      case 754 -> Reason.RELAY_DENIED;
      default -> byWords(text);
    };
  }

  private static Reason byWords(Slice text) {
    if (holds(text, RELAY)) {
      return Reason.RELAY_DENIED;
    }
    if (holds(text, UNKNOWN)) {
      return Reason.UNKNOWN_RECIPIENT;
    }
    if (holds(text, FULL)) {
      return Reason.MAILBOX_FULL;
    }
    return holds(text, LARGE) ? Reason.TOO_LARGE : Reason.OTHER;
  }

  /**
   * Subject and detail of {@code 5.1.10} as 110, of {@code 5.7.54} as 754; -1 where there is none.
   */
  private static int enhanced(Slice text) {
    int i = 0;
    while (i < text.length() && isBlank(text.byteAt(i))) {
      i++;
    }
    int dots = 0;
    int value = 0;
    int digits = 0;
    int subject = -1;
    for (; i < text.length(); i++) {
      int c = text.byteAt(i);
      if (c >= '0' && c <= '9' && digits < 3) {
        value = value * 10 + c - '0';
        digits++;
      } else if (c == '.' && digits > 0 && dots < 2) {
        subject = dots == 1 ? value : subject;
        dots++;
        value = 0;
        digits = 0;
      } else {
        break;
      }
    }
    return dots == 2 && digits > 0 ? subject * 100 + Math.min(value, 99) : -1;
  }

  /**
   * The name of the blocklist that a refusal tells, lower case where it was; null where it tells
   * none.
   */
  public static @Nullable Slice blocklist(Slice text) {
    for (String before : BEFORE_LIST) {
      int at = find(text, before);
      if (at >= 0) {
        int start = at + before.length();
        int end = start;
        int dots = 0;
        while (end < text.length() && isNamePart(text.byteAt(end))) {
          dots += text.byteAt(end) == '.' ? 1 : 0;
          end++;
        }
        while (end > start && text.byteAt(end - 1) == '.') {
          end--;
          dots--;
        }
        if (dots >= 1) {
          return text.part(start, end).copy();
        }
      }
    }
    return null;
  }

  private static boolean holds(Slice text, String[] words) {
    for (String word : words) {
      if (find(text, word) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where a lower-case ASCII phrase begins in the text, in any case, {@code +} taken as a blank.
   */
  private static int find(Slice text, String phrase) {
    int most = text.length() - phrase.length();
    for (int i = 0; i <= most; i++) {
      int k = 0;
      while (k < phrase.length() && plain(text.byteAt(i + k)) == phrase.charAt(k)) {
        k++;
      }
      if (k == phrase.length()) {
        return i;
      }
    }
    return -1;
  }

  private static int plain(byte b) {
    return b == '+' ? ' ' : b >= 'A' && b <= 'Z' ? b + 32 : b;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '+';
  }

  private static boolean isNamePart(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '.'
        || b == '-';
  }
}
