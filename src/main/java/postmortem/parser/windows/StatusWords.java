package postmortem.parser.windows;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says in words what the codes in the text of a record mean (windows-event-logs.md, 2). */
final class StatusWords {

  private static final String[] LABELS = {"status", "failure code", "result code"};

  /** The events of Kerberos before Vista, as a binary record is shown. */
  private static final String[] OLD_TICKETS = {"event 672,", "event 675,", "event 676,"};

  private final String text;
  private final boolean oldTicket;
  private final Map<String, String> found = new LinkedHashMap<>();

  private StatusWords(String text) {
    this.text = text;
    boolean old = false;
    for (String event : OLD_TICKETS) {
      old |= text.contains(event);
    }
    this.oldTicket = old;
  }

  /** The text, with what its codes mean behind it. */
  static String explained(String text) {
    StatusWords words = new StatusWords(text);
    words.find();
    if (words.found.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text).append(" (");
    words.found.forEach(
        (code, meaning) -> out.append(code).append(": ").append(meaning).append("; "));
    out.setLength(out.length() - 2);
    return out.append(')').toString();
  }

  private void find() {
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      if (end > i && (i == 0 || text.charAt(i - 1) != '.')) {
        number(i, end);
      }
      i = Math.max(end, i + 1);
    }
  }

  /** A code in hex, or in decimal as event 681 has it, or signed as PowerShell gives it. */
  private void number(int start, int end) {
    byte[] word = text.substring(start, end).getBytes(StandardCharsets.UTF_8);
    boolean signed = start > 0 && text.charAt(start - 1) == '-';
    long code = StatusCode.read(word, 0, word.length);
    if (code == StatusCode.NONE) {
      return;
    }
    if (word[0] == '0' && word.length > 2 && word.length <= 4) {
      if (isTicket(start)) {
        put(start, end, ofKerberos((int) code));
      }
    } else if (word.length == 10) { // 0xc0000064, 3221225572 or -1073741724
      put(signed ? start - 1 : start, end, ofStatus((int) (signed ? -code : code)));
    }
  }

  /** A small number is a code where a label says so, or in the events of Kerberos. */
  private boolean isTicket(int start) {
    int to = start;
    while (to > 0 && " \t:'\">".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    for (String label : LABELS) {
      int from = to - label.length();
      if (from >= 0 && text.regionMatches(true, from, label, 0, label.length())) {
        return true;
      }
    }
    return oldTicket && start > 0 && text.charAt(start - 1) == '"';
  }

  private void put(int from, int to, String words) {
    if (!words.isEmpty()) {
      found.put(text.substring(from, to).toLowerCase(Locale.ROOT), words);
    }
  }

  private static String ofStatus(int code) {
    return switch (code) {
      case 0xc0000064 -> "there is no such account";
      case 0xc000006a -> "the password is wrong";
      case 0xc000006d -> "the name or the password is wrong";
      case 0xc000006e -> "the account may not log on in this way";
      case 0xc000006f -> "the password is right, but these are not the account's hours";
      case 0xc0000070 -> "the password is right, but the account may not log on from this machine";
      case 0xc0000071 -> "the password is right, but has expired";
      case 0xc0000072 -> "the account is disabled";
      case 0xc0000193 -> "the account has expired";
      case 0xc0000224 -> "the password is right, but must be changed first";
      case 0xc0000234 -> "the account is locked, and the password was not checked";
      case 0xc000015b -> "the password is right, but this kind of logon is not granted";
      case 0xc000005e -> "no domain controller could be asked";
      case 0xc00000dc -> "the database of accounts is not in a state to answer";
      case 0xc0000133 -> "the clocks of the two machines are too far apart";
      case 0xc000018c -> "the trust between the domains has failed";
      case 0xc0000192 -> "the service that checks logons was not running";
      case 0xc0000413 -> "the account may not log on to this machine, as its domain has it";
      default -> "";
    };
  }

  private static String ofKerberos(int code) {
    return switch (code) {
      case 0x6 -> "there is no such account";
      case 0x12 -> "the account is disabled, has expired, is locked, or is out of its hours";
      case 0x17 -> "the password has expired";
      case 0x18 -> "the password is wrong";
      case 0x19 -> "a password is asked for, as each time at first";
      case 0x25 -> "the clocks of the two machines are too far apart";
      default -> "";
    };
  }
}
