package postmortem.parser.iis;

import org.jspecify.annotations.Nullable;

/** The columns of a W3C log that tell something about SMTP (iis-smtp.md, 3). */
enum Column {
  DATE("date", null),
  TIME("time", null),
  CLIENT(
      "c-ip",
      "Column c-ip is missing: addresses cannot be seen, and sessions cannot be told apart."),
  USER(
      "cs-username",
      "Column cs-username is missing: HELO names of later commands cannot be seen, and outbound"
          + " records are known by their status only."),
  SITE("s-sitename", null),
  COMPUTER("s-computername", null),
  SERVER("s-ip", null),
  PORT("s-port", null),
  METHOD("cs-method", "Column cs-method is missing: commands cannot be told apart."),
  STEM("cs-uri-stem", null),
  QUERY(
      "cs-uri-query",
      "Column cs-uri-query is missing: senders, recipients, message ids and remote replies cannot"
          + " be seen."),
  STATUS(
      "sc-status",
      "Column sc-status is missing: whether a client's command was accepted cannot be seen."),
  WIN32("sc-win32-status", null),
  SENT(
      "sc-bytes",
      "Column sc-bytes is missing: why a recipient was refused cannot be told, for only the length"
          + " of the reply says so."),
  RECEIVED("cs-bytes", "Column cs-bytes is missing: sizes of received messages cannot be seen."),
  VERSION("cs-version", null);

  private final String title;
  private final @Nullable String loss;

  Column(String title, @Nullable String loss) {
    this.title = title;
    this.loss = loss;
  }

  /** The name in {@code #Fields}. */
  String title() {
    return title;
  }

  /** What a log without this column can't show, for people; null where nothing is lost. */
  @Nullable String loss() {
    return loss;
  }
}
