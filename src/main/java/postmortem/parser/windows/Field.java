package postmortem.parser.windows;

import org.jspecify.annotations.Nullable;
import postmortem.text.AsciiText;

/** The values of events that are asked for, by the names that Windows gives them. */
public enum Field {
  /** Never filled: for where a value is meant not to be there. */
  NOTHING,
  PROVIDER,
  CHANNEL,
  COMPUTER,
  ACCOUNT("TargetUserName"),
  DOMAIN("TargetDomainName"),
  WORKSTATION("WorkstationName", "Workstation"),
  ADDRESS("IpAddress"),
  PORT("IpPort"),
  LOGON_TYPE("LogonType"),
  LOGON_PROCESS("LogonProcessName"),
  PROCESS("ProcessName"),
  /** Of the process that asked for a logon; of one that began. */
  PROCESS_ID,
  STATUS("Status"),
  SUB_STATUS("SubStatus"),
  ACTOR("SubjectUserName"),
  ACTOR_DOMAIN("SubjectDomainName"),
  TIME_BEFORE("PreviousTime"),
  TIME_AFTER("NewTime"),
  /** Of a client that speaks SMTP: its name or its address. */
  CLIENT,
  MECHANISM,
  ERROR,
  /** The SMTP command in short. */
  VERB,
  /** The answer to it: a reply code and a text; or a status code. */
  REPLY,
  /** The SMTP command as it was sent. */
  COMMAND,
  RECIPIENT,
  MESSAGE_ID,
  /** Who acted, where an audit event names a service first and the person after it. */
  PERSON,
  PERSON_DOMAIN;

  public static final int COUNT = values().length;

  private final String[] names;

  Field(String... names) {
    this.names = names;
  }

  /** The field that an ASCII name stands for, or null. */
  public static @Nullable Field named(byte[] b, int from, int to) {
    for (Field field : values()) {
      for (String name : field.names) {
        if (to - from == name.length() && AsciiText.equalsIgnoreCase(b, from, to, name)) {
          return field;
        }
      }
    }
    return null;
  }
}
