package postmortem.parser.windows;

import postmortem.event.Reason;

/** What the codes mean with which a password was checked (windows-event-logs.md, 2). */
final class StatusCode {

  /** No number. */
  static final long NONE = -1;

  private StatusCode() {}

  /**
   * A code in hex after {@code 0x}, or in decimal as event 681 has it, or as a signed number as
   * PowerShell gives it; else {@link #NONE}.
   */
  static long read(byte[] b, int from, int to) {
    boolean hex = to - from > 2 && b[from] == '0' && (b[from + 1] | 0x20) == 'x';
    boolean negative = from + 1 < to && b[from] == '-';
    int first = hex ? from + 2 : negative ? from + 1 : from;
    long value = magnitude(b, first, to, hex ? 16 : 10);
    return value == NONE ? NONE : (negative ? -value : value) & 0xffff_ffffL;
  }

  private static long magnitude(byte[] b, int from, int to, int radix) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(b[i], radix);
      if (digit < 0 || value > 0xffff_ffffL) {
        return NONE;
      }
      value = value * radix + digit;
    }
    return from == to ? NONE : value;
  }

  /** Why an NTSTATUS refuses a logon. */
  static Reason ofStatus(long status) {
    return switch ((int) status) {
      case 0xc000006a -> Reason.WRONG_PASSWORD;
      case 0xc0000064 -> Reason.NO_SUCH_ACCOUNT;
      case 0xc0000234 -> Reason.LOCKED;
      case 0xc0000071, 0xc0000224, 0xc000006f, 0xc0000070, 0xc000015b, 0xc000006e ->
          Reason.RIGHT_PASSWORD_REFUSED;
      case 0xc000006d -> Reason.DENIED;
      case 0xc0000072, 0xc0000193 -> Reason.ACCOUNT_DISABLED;
      case 0xc000005e, 0xc00000dc, 0xc0000133, 0xc000018c -> Reason.BACK_END;
      default -> Reason.OTHER;
    };
  }

  /** Is the reason one that says more than another status? */
  static boolean isSpecific(long status) {
    return status > 0 && (int) status != 0xc000006d;
  }

  /**
   * Why Kerberos refuses a ticket; {@link Reason#NONE} where it only asks for a password, as it
   * does each time at first (RFC 4120, 7.5.9).
   */
  static Reason ofKerberos(long code) {
    return switch ((int) code) {
      case 0, 0x19 -> Reason.NONE;
      case 0x6 -> Reason.NO_SUCH_ACCOUNT;
      case 0x12 -> Reason.ACCOUNT_DISABLED; // or locked, or out of its hours
      case 0x17 -> Reason.RIGHT_PASSWORD_REFUSED;
      case 0x18 -> Reason.WRONG_PASSWORD;
      case 0x25 -> Reason.BACK_END;
      default -> Reason.OTHER;
    };
  }
}
