package postmortem.parser.windows.export;

import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.KnownEvent;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;

/**
 * Tells apart insertion strings that {@code dumpel} joined by blanks, as far as words in them show
 * where they are: values may hold blanks, and may be missing (windows-event-logs.md, 3).
 */
final class JoinedStrings {

  private static final int MAX = 64; // words
  private static final String[] PACKAGES = {
    "MICROSOFT_AUTHENTICATION_PACKAGE_V1_0", "Negotiate", "NTLM", "Kerberos", "MSV1_0"
  };

  /** From the package to the last string, in the events that name the caller. */
  private static final int WITH_CALLER = 7;

  private final EventValues values;
  private final int[] starts = new int[MAX];
  private final int[] ends = new int[MAX];
  private int words;

  JoinedStrings(EventValues values) {
    this.values = values;
  }

  /** Reads a text that is a part of the values' own; false where its strings cannot be told. */
  boolean read(KnownEvent known, int from, int to) {
    words(from, to);
    return switch (known.meaning()) {
      case LOGON_REJECTED -> values.id() < 4096 && refused();
      case LOGON_ACCEPTED -> values.id() < 4096 && accepted();
      case CHECKED -> checked();
      case ACCOUNT_CHANGED -> changed();
      case SMTP_AUTH_DENIED -> denied();
      case SMTP_DISCONNECTED -> disconnected();
      case LOG_CLEARED, CLOCK_CHANGED, POLICY_CHANGED, PROCESS_STARTED ->
          true; // that it happened says enough
      case LOGON_TRIED,
          TICKET,
          SMTP_AUTH_GRANTED,
          SMTP_AUTH_NOT_ALLOWED,
          SMTP_COMMAND_REFUSED,
          SMTP_REFUSED_US,
          DELIVERY_DELAYED,
          NDR_MADE ->
          false;
    };
  }

  /** Connector, maximum, address. */
  private boolean disconnected() {
    put(Field.CLIENT, words - 1, words - 1);
    return words >= 3;
  }

  private void words(int from, int to) {
    byte[] b = values.bytes();
    words = 0;
    for (int i = from; i < to && words < MAX; ) {
      int end = AsciiText.indexOf(b, i, to, ' ');
      end = end < 0 ? to : end;
      if (end > i) {
        starts[words] = i;
        ends[words++] = end;
      }
      i = end + 1;
    }
  }

  private void put(Field field, int first, int last) {
    if (first >= 0 && last < words && first <= last) {
      values.put(field, starts[first], ends[last]);
    }
  }

  private boolean isNumber(int word) {
    return word >= 0
        && word < words
        && AsciiNumbers.unsigned(values.bytes(), starts[word], ends[word]) >= 0;
  }

  private int authenticationPackage() {
    for (int i = 1; i < words; i++) {
      for (String name : PACKAGES) {
        // a process may be called so too, and stands before it
        boolean last = i + 1 == words || !isPackage(i + 1);
        if (last && AsciiText.equalsIgnoreCase(values.bytes(), starts[i], ends[i], name)) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean isPackage(int word) {
    for (String name : PACKAGES) {
      if (AsciiText.equalsIgnoreCase(values.bytes(), starts[word], ends[word], name)) {
        return true;
      }
    }
    return false;
  }

  /** Account, domain, type, process, package, workstation; then the caller, address and port. */
  private boolean refused() {
    int found = authenticationPackage();
    if (found < 2 || !isNumber(found - 2)) {
      return false;
    }
    account(found - 2);
    put(Field.LOGON_TYPE, found - 2, found - 2);
    put(Field.LOGON_PROCESS, found - 1, found - 1);
    put(Field.WORKSTATION, found + 1, found + 1);
    caller(found);
    return true;
  }

  /** With the number of the logon before its type. */
  private boolean accepted() {
    int found = authenticationPackage();
    if (found < 3 || !isNumber(found - 2) || values.bytes()[starts[found - 3]] != '(') {
      return false;
    }
    account(found - 3);
    put(Field.LOGON_TYPE, found - 2, found - 2);
    put(Field.LOGON_PROCESS, found - 1, found - 1);
    put(Field.WORKSTATION, found + 1, found + 1);
    caller(found);
    return true;
  }

  /** The words before one are an account and its domain, of which two blanks show that it lacks. */
  private void account(int end) {
    if (end <= 0) {
      return;
    }
    boolean noDomain = starts[end] - ends[end - 1] > 1;
    int last = noDomain || end == 1 ? end - 1 : end - 2;
    put(Field.ACCOUNT, 0, last);
    if (last < end - 1) {
      put(Field.DOMAIN, end - 1, end - 1);
    }
  }

  private void caller(int found) {
    if (words - found > WITH_CALLER) {
      put(Field.ADDRESS, words - 2, words - 2);
      put(Field.PORT, words - 1, words - 1);
    }
  }

  /** Package, account, workstation, code; events of Windows 2000 have none where all is well. */
  private boolean checked() {
    boolean code = words > 2 && isCode(words - 1);
    int workstation = code ? words - 2 : words - 1;
    if (workstation < 2) {
      return false;
    }
    put(Field.ACCOUNT, 1, workstation - 1);
    put(Field.WORKSTATION, workstation, workstation);
    if (code) {
      put(Field.STATUS, words - 1, words - 1);
    }
    return true;
  }

  private boolean isCode(int word) {
    byte[] b = values.bytes();
    return isNumber(word) || AsciiText.startsWithIgnoreCase(b, starts[word], ends[word], "0x");
  }

  /** The account and one word stand before the first number of security. */
  private boolean changed() {
    for (int i = 2; i < words; i++) {
      byte[] b = values.bytes();
      if (AsciiText.startsWithIgnoreCase(b, starts[i], ends[i], "S-1-")
          || AsciiText.startsWithIgnoreCase(b, starts[i], ends[i], "%{S-1-")) {
        put(Field.ACCOUNT, 0, i - 2);
        put(Field.DOMAIN, i - 1, i - 1);
        return true;
      }
    }
    return false;
  }

  /** Error, connector, mechanism, address. */
  private boolean denied() {
    put(Field.ERROR, 0, 0);
    put(Field.MECHANISM, words - 2, words - 2);
    put(Field.ADDRESS, words - 1, words - 1);
    return words > 3;
  }
}
