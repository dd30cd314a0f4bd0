package postmortem.event.flat;

import java.util.Locale;

/**
 * The columns of a row, in the order in which they are written.
 *
 * <p>A value that is absent is null: what the kind of event does not have, and what the log does
 * not say. No word stands for "unknown" but in {@link #OUTCOME}, where the log itself leaves it
 * open. Words are lower case with hyphens.
 */
public enum Column {
  TIME(ColumnType.TIME, "", "when it happened, by the clock that was believed; never null"),
  TIME_LOGGED(
      ColumnType.TIME, "", "what the log says; null where that is the same: its clock was right"),
  TIME_PRECISION(
      ColumnType.TEXT,
      "",
      "unit in which the log tells time: minute, second, millisecond, microsecond, tick (100 ns),"
          + " nanosecond"),
  TIME_BASIS(
      ColumnType.TEXT,
      "",
      "how far the time rests on the log: as-logged, zone-assumed, date-inferred, year-inferred"),
  START_TIME(
      ColumnType.TIME, "", "when it began, where it lasted; null where it is a moment, or unknown"),
  END_TIME(
      ColumnType.TIME, "", "when it ended, where it lasted; null where it is a moment, or unknown"),
  KIND(
      ColumnType.TEXT,
      "",
      "connection, session, auth-attempt, message, recipient, delivery, dsn, logon,"
          + " account-change, audit or alert; never null"),
  ACTION(
      ColumnType.TEXT,
      "",
      "what was done: opened or closed (connection), logon or password-check (logon), locked-out"
          + " and the like (account-change), log-cleared, clock-changed or policy-changed (audit)"),
  FORMAT(ColumnType.TEXT, "", "the format of the log: iis-smtp-w3c; see 'postmortem formats'"),
  SERVER(ColumnType.TEXT, "", "the machine whose log it is, upper case"),
  SITE(ColumnType.TEXT, "", "the virtual server, connector, role or channel that the log is of"),
  LISTENER(ColumnType.TEXT, "", "our connector, virtual server, or address and port"),
  PEER_ADDRESS(ColumnType.ADDRESS, "", "the address at the other end of the connection"),
  ADDRESS_BASIS(
      ColumnType.TEXT,
      "",
      "how the address of an attempt is known: null where the log tells it or nobody asked;"
          + " other-record where another record of the same attempt tells it; attributed where"
          + " another log shows who was there alone; ambiguous where several were; unattributed"
          + " where nobody was"),
  PEER_PORT(ColumnType.INTEGER, "", "the port at the other end"),
  DIRECTION(
      ColumnType.TEXT, "", "who opened the connection: in (a client), out (our server), internal"),
  SERVICE(
      ColumnType.TEXT,
      "",
      "what was talked to: smtp, submission, pop, imap, owa, activesync, ews, smb, rdp, other"),
  SERVICE_CONFIDENCE(
      ColumnType.REAL, "0 to 1", "how sure the service of a logon is; null where nobody rates it"),
  SESSION(
      ColumnType.TEXT,
      "",
      "key of the session, 16 hexadecimal digits: equal for the events of one session, and, but"
          + " for chance, for no others of its log at that time"),
  ACCOUNT(
      ColumnType.TEXT,
      "",
      "the account under the one name that it has in all logs: lower case, without the Windows"
          + " domain, with its mail domain only where that is not the usual one"),
  ACCOUNT_LOGGED(ColumnType.TEXT, "", "the account as the log spells it; at most 255 bytes of it"),
  COUNT(ColumnType.INTEGER, "events", "how many events of the kind the record reports; never null"),
  OUTCOME(ColumnType.TEXT, "", "accepted, rejected, unavailable, aborted or unknown"),
  REASON(ColumnType.TEXT, "", "why it was refused: wrong-password, relay-denied and so on"),
  HELO(ColumnType.TEXT, "", "the name that the client gave; at most 255 bytes of it"),
  MECHANISM(ColumnType.TEXT, "", "the AUTH mechanism, upper case"),
  TLS(ColumnType.BOOLEAN, "", "was it encrypted, so far as the log says"),
  OBSERVED(ColumnType.BOOLEAN, "", "does the log tell of the attempt itself? else it was inferred"),
  COMMANDS(ColumnType.INTEGER, "commands", "that were seen in the session"),
  ATTEMPTS(ColumnType.INTEGER, "AUTH attempts", "in the session"),
  MESSAGES(ColumnType.INTEGER, "messages", "mail transactions that were begun in the session"),
  DELIVERED(ColumnType.INTEGER, "messages", "that were accepted whole in the session"),
  SESSION_END(ColumnType.TEXT, "", "how the session ended: quit, timeout, dropped, not-seen"),
  SENDER(ColumnType.TEXT, "", "the envelope sender; empty: the null sender"),
  MESSAGE_ID(ColumnType.TEXT, "", "without angle brackets"),
  SIZE(ColumnType.INTEGER, "bytes", "of the message, as declared or as received"),
  RECIPIENTS_ACCEPTED(ColumnType.INTEGER, "recipients", "of the message, or of the session"),
  RECIPIENTS_REFUSED(ColumnType.INTEGER, "recipients", "of the message"),
  RECIPIENT_DOMAIN(
      ColumnType.TEXT,
      "",
      "lower case, of the recipient; of a message, that of the first one that was accepted (or"
          + " refused, where none was accepted)"),
  RECIPIENTS_IN_DOMAIN(
      ColumnType.INTEGER, "recipients", "of those accepted, how many are in that domain"),
  OTHER_RECIPIENT_DOMAIN(ColumnType.TEXT, "", "the first other domain among those accepted"),
  PERMISSION(
      ColumnType.TEXT,
      "",
      "by what right a message was taken: anonymous, address, account; null where no log can tell"),
  RECIPIENT(ColumnType.TEXT, "", "the envelope recipient as given"),
  NULL_SENDER(ColumnType.BOOLEAN, "", "was the transaction of a recipient one without a sender?"),
  STATUS(ColumnType.INTEGER, "", "the reply code: 550"),
  REPLY(ColumnType.TEXT, "", "the first line of the remote server's answer, without the code"),
  BLOCKLIST(ColumnType.TEXT, "", "the blocklist that the answer names"),
  ORIGINAL_SENDER(ColumnType.TEXT, "", "of the message that a report of delivery is about"),
  ORIGINAL_RECIPIENT(ColumnType.TEXT, "", "of the message that a report of delivery is about"),
  RELATED_MESSAGE_ID(ColumnType.TEXT, "", "of the message that a report of delivery is about"),
  LOGON_TYPE(
      ColumnType.INTEGER,
      "",
      "Windows' own code: 3 network, 8 network clear text, 10 remote; null for a password-check"),
  CLOCK_BEFORE(ColumnType.TIME, "", "what the clock showed before it was set, as logged"),
  CLOCK_AFTER(ColumnType.TIME, "", "what it was set to, as logged"),
  BYTES_IN(ColumnType.INTEGER, "bytes", "from the other side"),
  BYTES_OUT(ColumnType.INTEGER, "bytes", "to the other side"),
  RULE(ColumnType.TEXT, "", "the firewall rule that decided"),
  SIGNATURE(ColumnType.TEXT, "", "what the IDS calls it"),
  PRIORITY(ColumnType.INTEGER, "", "the IDS's own, 1 is highest"),
  PATH(ColumnType.TEXT, "", "the ledger path of the evidence file; '!' before an archive member"),
  LEDGER(ColumnType.INTEGER, "", "the ledger id of the evidence file; never null"),
  RECORD(ColumnType.INTEGER, "", "the number of the first record that tells of it, from 1"),
  OFFSET(ColumnType.INTEGER, "bytes", "of that record's first byte in the decoded file"),
  LENGTH(ColumnType.INTEGER, "bytes", "of that record, without its line end"),
  RECOVERED(
      ColumnType.BOOLEAN,
      "",
      "true where the record is left over from former use of its file (see --leftovers); else"
          + " null"),
  MORE_RECORDS(
      ColumnType.TEXT,
      "",
      "further records of the same attempt, at most seven: ledger:record@offset+length, with"
          + " blanks between");

  private static final int NUMBERS;
  private static final int TEXTS;

  static {
    int numbers = 0;
    int texts = 0;
    for (Column column : values()) {
      column.slot = column.isNumber() ? numbers++ : texts++;
    }
    NUMBERS = numbers;
    TEXTS = texts;
  }

  private final ColumnType type;
  private final String unit;
  private final String meaning;
  private final String id;
  private int slot; // set once, above

  Column(ColumnType type, String unit, String meaning) {
    this.type = type;
    this.unit = unit;
    this.meaning = meaning;
    this.id = name().toLowerCase(Locale.ROOT);
  }

  /** The name in files and in SQL: {@code peer_address}. */
  public String id() {
    return id;
  }

  public ColumnType type() {
    return type;
  }

  /** What a number counts or measures; "" where the type says it all. */
  public String unit() {
    return unit;
  }

  /** What a value means, and what its absence does, for people. */
  public String meaning() {
    return meaning;
  }

  /** Is the value held as a number? Else it is held as bytes. */
  boolean isNumber() {
    return type != ColumnType.TEXT && type != ColumnType.ADDRESS;
  }

  /** Its place among the columns that are held in the same way. */
  int slot() {
    return slot;
  }

  static int numbers() {
    return NUMBERS;
  }

  static int texts() {
    return TEXTS;
  }
}
