package postmortem.parser.windows;

import java.util.List;

/** What event logs show and do not show, whatever form they are in. */
public final class EventTexts {

  public static final List<String> SHOWS =
      List.of(
          "Windows logons with account, outcome and reason",
          "lock-outs and other changes of accounts",
          "clearing of the log, changes of the clock and of the audit policy",
          "AUTH attempts that Exchange reports in the Application log",
          "what Exchange and the SMTP service remark there on refusals, delays and NDRs");

  public static final List<String> CANNOT_SHOW =
      List.of(
          "The Security log names no client address for SMTP AUTH: it takes the protocol log, event"
              + " 1035 or the firewall to say where an attempt came from.",
          "A logon that looks like SMTP AUTH may be one of POP3, IMAP4 or OWA in the same process.",
          "Logons are logged only as far as auditing was switched on: failures are off by default"
              + " on old servers, so their absence proves nothing.");

  public static final String NO_ZONE =
      "The times are those of a local clock whose zone the file does not say; they were taken for"
          + " UTC. Use --zone to tell.";

  /** Of a text whose last line has no end, while all that write it end their lines. */
  public static final String TORN =
      "The file ends in the middle of a line: its last event may lack something, and more may be"
          + " missing behind it.";

  private EventTexts() {}
}
