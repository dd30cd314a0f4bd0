package postmortem.parser.firewall;

import org.jspecify.annotations.Nullable;

/** The columns of a firewall log that tell something about connections (isa-tmg.md, 5). */
enum Column {
  COMPUTER("computer", null),
  DATE("date", null),
  TIME("time", "Column time is missing: no row can be read."),
  PROTOCOL(
      "IP protocol",
      "Column IP protocol is missing: only connections to well-known TCP services can be told."),
  SOURCE("source", "Column source is missing: ports of clients cannot be seen."),
  DESTINATION(
      "destination", "Column destination is missing: the service of a connection cannot be seen."),
  CLIENT("original client IP", null),
  SOURCE_NETWORK("source network", null),
  DESTINATION_NETWORK("destination network", null),
  ACTION(
      "action",
      "Column action is missing: openings, ends and refusals cannot be told apart, so that no"
          + " connection is counted."),
  STATUS("status", null),
  RULE("rule", null),
  SENT("bytes sent", null),
  RECEIVED("bytes received", null),
  DURATION(
      "connection time",
      "Column connection time is missing: how long connections lasted cannot be seen.");

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

  /** What a log without this column can't show, for people; null where little is lost. */
  @Nullable String loss() {
    return loss;
  }
}
