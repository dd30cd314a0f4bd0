package postmortem.parser.windows;

import postmortem.event.Names;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.text.AsciiText;

/** Accounts as logs spell them, and which of them are no people. */
final class AccountText {

  private static final String[] SERVICES = {
    "ANONYMOUS LOGON", "SYSTEM", "LOCAL SERVICE", "NETWORK SERVICE"
  };
  private static final String[] SERVICE_DOMAINS = {
    "NT AUTHORITY", "Window Manager", "Font Driver Host"
  };
  private static final String[] SESSION_ACCOUNTS = {"DWM-", "UMFD-"};

  private AccountText() {}

  /** Is it a machine's account, or one that Windows itself uses? */
  static boolean isService(EventValues values, Field name, Field domain) {
    if (values.endsWith(name, "$")) {
      return true;
    }
    for (String service : SERVICES) {
      if (values.is(name, service)) {
        return true;
      }
    }
    for (String service : SERVICE_DOMAINS) {
      if (values.is(domain, service)) {
        return true;
      }
    }
    byte[] b = values.bytes();
    for (String session : SESSION_ACCOUNTS) {
      if (AsciiText.startsWithIgnoreCase(b, values.start(name), values.end(name), session)) {
        return isNumber(b, values.start(name) + session.length(), values.end(name));
      }
    }
    return false;
  }

  private static boolean isNumber(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] < '0' || b[i] > '9') {
        return false;
      }
    }
    return from < to;
  }

  /**
   * The id of an account: with its domain, unless that is the computer itself or the name has one;
   * absent where there is none, or where it is nobody's.
   */
  static int id(EventValues values, Field name, Field domain, Names names) {
    Slice plain = values.slice(name);
    if (plain == null || isService(values, name, domain)) {
      return Names.ABSENT;
    }
    boolean whole = plain.indexOf('\\') >= 0 || plain.indexOf('@') >= 0;
    if (whole || !values.has(domain) || isComputer(values, domain)) {
      return names.text(TextSpace.ACCOUNT, plain);
    }
    int domainStart = values.start(domain);
    int domainEnd = values.end(domain);
    int start = values.start(name);
    int end = values.end(name);
    Utf8Text text = values.begin();
    int mark = text.length();
    text.copy(text.bytes(), domainStart, domainEnd);
    text.put('\\');
    text.copy(text.bytes(), start, end);
    int id = names.text(TextSpace.ACCOUNT, new Slice(text.bytes(), mark, text.length()));
    text.cut(mark);
    return id;
  }

  /** Is it the name of the computer that logs, with its DNS domain or without? */
  static boolean isComputer(EventValues values, Field name) {
    byte[] b = values.bytes();
    int from = values.start(Field.COMPUTER);
    int to = values.end(Field.COMPUTER);
    int dot = AsciiText.indexOf(b, from, to, '.');
    return values.has(name)
        && (values.isEqual(name, b, from, to) || dot > from && values.isEqual(name, b, from, dot));
  }
}
