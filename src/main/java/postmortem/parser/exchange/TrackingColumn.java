package postmortem.parser.exchange;

/**
 * All columns of message tracking since 2007, in their order, and which version has them first
 * (exchange-logs.md, 4).
 */
enum TrackingColumn {
  DATE_TIME("date-time", 2007),
  CLIENT_IP("client-ip", 2007),
  CLIENT_HOST("client-hostname", 2007),
  SERVER_IP("server-ip", 2007),
  SERVER_HOST("server-hostname", 2007),
  SOURCE_CONTEXT("source-context", 2007),
  CONNECTOR("connector-id", 2007),
  SOURCE("source", 2007),
  EVENT("event-id", 2007),
  INTERNAL_ID("internal-message-id", 2007),
  MESSAGE_ID("message-id", 2007),
  NETWORK_ID("network-message-id", 2013),
  RECIPIENT("recipient-address", 2007),
  STATUS("recipient-status", 2007),
  SIZE("total-bytes", 2007),
  COUNT("recipient-count", 2007),
  RELATED("related-recipient-address", 2007),
  REFERENCE("reference", 2007),
  SUBJECT("message-subject", 2007),
  SENDER("sender-address", 2007),
  RETURN_PATH("return-path", 2007),
  INFO("message-info", 2007),
  DIRECTIONALITY("directionality", 2010),
  TENANT("tenant-id", 2010),
  ORIGINAL_CLIENT("original-client-ip", 2010),
  ORIGINAL_SERVER("original-server-ip", 2010),
  CUSTOM("custom-data", 2010),
  TRAFFIC("transport-traffic-type", 2016),
  LOG_ID("log-id", 2016),
  SCHEMA("schema-version", 2016);

  private final String title;
  private final int since;

  TrackingColumn(String title, int since) {
    this.title = title;
    this.since = since;
  }

  String title() {
    return title;
  }

  /** The version of Exchange that has it first. */
  int since() {
    return since;
  }
}
