package postmortem.parser;

/** Why a record could not be read. */
public enum RejectReason {
  TOO_FEW_FIELDS("fewer fields than the header names"),
  TOO_MANY_FIELDS("more fields than the header names"),
  NO_HEADER("a record before any header that says what its fields are"),
  BAD_TIME("no readable date or time"),
  BAD_FIELD("a field that cannot be what the header says"),
  UNCLOSED_QUOTE("a quoted field that does not end"),
  TOO_LONG("longer than the limit"),
  CUT_OFF("cut off in the middle"),
  DAMAGED("damaged");

  private final String words;

  RejectReason(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
