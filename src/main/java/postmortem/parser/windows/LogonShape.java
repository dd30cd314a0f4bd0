package postmortem.parser.windows;

import postmortem.event.Service;
import postmortem.text.AsciiNumbers;

/**
 * Which service a logon was for, by its shape, and how sure that is (windows-event-logs.md, 2.1).
 *
 * @param type Windows' code of the logon type, 0 where there is none
 */
record LogonShape(int type, Service service, double confidence) {

  private static final int NETWORK = 3;
  private static final int NETWORK_CLEARTEXT = 8;
  private static final int REMOTE_INTERACTIVE = 10;

  static LogonShape of(EventValues values, boolean hasAddress) {
    int type = type(values);
    if (type == REMOTE_INTERACTIVE) {
      return new LogonShape(type, Service.RDP, 0.9);
    }
    boolean network = type == NETWORK || type == NETWORK_CLEARTEXT;
    if (network && values.is(Field.LOGON_PROCESS, "Advapi")) {
      return new LogonShape(type, Service.SMTP, smtp(values, hasAddress)).orOther();
    }
    if (type == NETWORK && hasAddress && values.is(Field.LOGON_PROCESS, "NtLmSsp")) {
      return new LogonShape(type, Service.SMB, 0.6);
    }
    return new LogonShape(type, Service.OTHER, 0.5);
  }

  private LogonShape orOther() {
    return confidence > 0 ? this : new LogonShape(type, Service.OTHER, 0.5);
  }

  /** Any program of the machine has this shape; one that is named and no mail server is no SMTP. */
  private static double smtp(EventValues values, boolean hasAddress) {
    if (values.endsWith(Field.PROCESS, "EdgeTransport.exe")
        || values.endsWith(Field.PROCESS, "MSExchangeFrontendTransport.exe")) {
      return 0.95;
    }
    boolean unnamed =
        !values.has(Field.PROCESS) || values.endsWith(Field.PROCESS, "\\inetinfo.exe");
    boolean inetinfo = values.has(Field.PROCESS);
    boolean here = AccountText.isComputer(values, Field.WORKSTATION);
    if (!unnamed || !here) {
      return 0;
    }
    if (inetinfo) {
      return 0.8; // which may be POP3, IMAP4 or OWA as well
    }
    return hasAddress ? 0.6 : 0.7; // some servers note it, most do not
  }

  private static int type(EventValues values) {
    long type =
        AsciiNumbers.unsigned(
            values.bytes(), values.start(Field.LOGON_TYPE), values.end(Field.LOGON_TYPE));
    return type < 0 || type > 255 ? 0 : (int) type;
  }
}
