package postmortem.parser.exchange;

/** The columns of a protocol log, in their usual order (exchange-logs.md, 2). */
enum Column {
  DATE_TIME("date-time"),
  CONNECTOR("connector-id"),
  SESSION("session-id"),
  SEQUENCE("sequence-number"),
  LOCAL("local-endpoint"),
  REMOTE("remote-endpoint"),
  EVENT("event"),
  DATA("data"),
  CONTEXT("context");

  static final int COUNT = 9;

  private final String title;

  Column(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
