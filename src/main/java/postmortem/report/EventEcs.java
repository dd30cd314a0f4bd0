package postmortem.report;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;

/**
 * The Elastic Common Schema. What it has no field for stands below {@code postmortem}, under the
 * names of our own columns.
 */
final class EventEcs implements EventJson.Content {

  /** The version whose categories and types are used. */
  private static final String VERSION = "8.17.0";

  private final EventColumns rest =
      new EventColumns(
          EnumSet.of(
              Column.TIME,
              Column.START_TIME,
              Column.END_TIME,
              Column.PEER_ADDRESS,
              Column.PEER_PORT,
              Column.MESSAGE_ID,
              Column.PATH,
              Column.OFFSET));

  @Override
  public void write(FlatRow row, Json json) {
    EventParties parties = new EventParties(row);
    json.text("@timestamp", EventColumns.time(row, Column.TIME))
        .text("message", EventSentence.of(row));
    json.object("ecs").text("version", VERSION).endObject();
    event(row, parties, json);
    network(row, parties, json);
    peer(row, parties, json);
    host(row, parties, json);
    user(parties, json);
    email(row, json);
    rule(row, json);
    json.object("log").object("file").text("path", row.text(Column.PATH)).endObject();
    json.number("offset", row.number(Column.OFFSET)).endObject();
    related(parties, json);
    rest.write(row, json.object("postmortem"));
    json.endObject();
  }

  private static void event(FlatRow row, EventParties parties, Json json) {
    json.object("event")
        .text("kind", row.is(Column.KIND, "alert") ? "alert" : "event")
        .texts("category", List.of(category(row)))
        .texts("type", types(row))
        .text("action", action(row))
        .text("module", "postmortem")
        .text("dataset", "postmortem." + row.text(Column.FORMAT));
    String outcome = outcome(row);
    if (outcome != null) {
      json.text("outcome", outcome);
    }
    text("reason", row.text(Column.REASON), json);
    if (row.has(Column.STATUS)) {
      json.text("code", Long.toString(row.number(Column.STATUS)));
    }
    if (row.has(Column.START_TIME)) {
      json.text("start", EventColumns.time(row, Column.START_TIME));
    }
    if (row.has(Column.END_TIME)) {
      json.text("end", EventColumns.time(row, Column.END_TIME));
    }
    if (parties.nanos() >= 0) {
      json.number("duration", parties.nanos());
    }
    if (row.has(Column.PRIORITY)) {
      json.number("severity", row.number(Column.PRIORITY));
    }
    json.endObject();
  }

  private static void text(String name, @Nullable String value, Json json) {
    if (value != null) {
      json.text(name, value);
    }
  }

  private static String category(FlatRow row) {
    return switch (row.kind()) {
      case CONNECTION, SESSION -> "network";
      case AUTH_ATTEMPT, LOGON -> "authentication";
      case MESSAGE, RECIPIENT, DELIVERY, DSN -> "email";
      case ACCOUNT_CHANGE -> "iam";
      case AUDIT -> "configuration";
      case ALERT -> "intrusion_detection";
    };
  }

  /** Only types that the schema expects in the category. */
  private static List<String> types(FlatRow row) {
    return switch (row.kind()) {
      case CONNECTION ->
          List.of(
              "connection",
              row.is(Column.ACTION, "closed") ? "end" : "start",
              row.is(Column.OUTCOME, "rejected") ? "denied" : "allowed");
      case SESSION -> List.of("connection", "protocol");
      case AUTH_ATTEMPT, LOGON -> List.of("start");
      case MESSAGE, RECIPIENT, DELIVERY, DSN, ALERT -> List.of("info");
      case ACCOUNT_CHANGE -> List.of("user", changeType(row));
      case AUDIT -> List.of("change");
    };
  }

  private static String changeType(FlatRow row) {
    if (row.is(Column.ACTION, "created")) {
      return "creation";
    }
    return row.is(Column.ACTION, "deleted") ? "deletion" : "change";
  }

  private static String action(FlatRow row) {
    String kind = String.valueOf(row.text(Column.KIND));
    String action = row.text(Column.ACTION);
    if (action == null) {
      return kind;
    }
    return switch (row.kind()) {
      case LOGON, AUDIT -> action;
      default -> kind + "-" + action;
    };
  }

  private static @Nullable String outcome(FlatRow row) {
    String outcome = row.text(Column.OUTCOME);
    if (outcome == null) {
      return null;
    }
    return switch (outcome) {
      case "accepted" -> "success";
      case "unknown" -> "unknown";
      default -> "failure";
    };
  }

  private static void network(FlatRow row, EventParties parties, Json json) {
    String protocol = parties.protocol();
    if (protocol == null && !row.has(Column.DIRECTION)) {
      return;
    }
    json.object("network").text("transport", "tcp");
    text("protocol", protocol, json);
    direction(row, json);
    if (row.has(Column.BYTES_IN) && row.has(Column.BYTES_OUT)) {
      json.number("bytes", row.number(Column.BYTES_IN) + row.number(Column.BYTES_OUT));
    }
    json.endObject();
  }

  private static void direction(FlatRow row, Json json) {
    String direction = row.text(Column.DIRECTION);
    if (direction != null) {
      json.text("direction", direction.equals("internal") ? direction : direction + "bound");
    }
  }

  private static void peer(FlatRow row, EventParties parties, Json json) {
    if (!parties.hasPeer()) {
      return;
    }
    json.object(parties.outward ? "destination" : "source");
    text("ip", parties.address(), json);
    text("address", parties.address(), json);
    if (row.has(Column.PEER_PORT)) {
      json.number("port", row.number(Column.PEER_PORT));
    }
    if (row.has(Column.BYTES_IN)) {
      json.number("bytes", row.number(Column.BYTES_IN));
    }
    json.endObject();
    if (parties.server() != null) {
      json.object(parties.outward ? "source" : "destination");
      text("address", parties.server(), json);
      if (row.has(Column.BYTES_OUT)) {
        json.number("bytes", row.number(Column.BYTES_OUT));
      }
      json.endObject();
    }
  }

  private static void host(FlatRow row, EventParties parties, Json json) {
    if (parties.server() == null) {
      return;
    }
    json.object("host").text("name", parties.server()).endObject();
    if (row.is(Column.KIND, "connection")) {
      json.object("observer").text("name", parties.server()).text("type", "firewall").endObject();
    }
  }

  private static void user(EventParties parties, Json json) {
    if (parties.user() == null) {
      return;
    }
    json.object("user").text("name", parties.user());
    text("domain", parties.domain(), json);
    text("email", parties.mailbox(), json);
    json.endObject();
  }

  private static void email(FlatRow row, Json json) {
    if (!category(row).equals("email")) {
      return;
    }
    json.object("email");
    direction(row, json);
    String sender = row.text(Column.SENDER);
    if (sender != null && !sender.isEmpty()) {
      json.object("from").texts("address", List.of(sender)).endObject();
    }
    String to = row.text(row.is(Column.KIND, "dsn") ? Column.ORIGINAL_SENDER : Column.RECIPIENT);
    String domain = row.text(Column.RECIPIENT_DOMAIN);
    if (to != null || domain != null) {
      json.object("to");
      if (to != null) {
        json.texts("address", List.of(to));
      }
      if (domain != null) {
        json.texts("domain", List.of(domain));
      }
      json.endObject();
    }
    text("message_id", row.text(Column.MESSAGE_ID), json);
    json.endObject();
  }

  private static void rule(FlatRow row, Json json) {
    String rule = row.text(row.is(Column.KIND, "alert") ? Column.SIGNATURE : Column.RULE);
    if (rule != null) {
      json.object("rule").text("name", rule).endObject();
    }
    if (row.has(Column.TLS)) {
      json.object("tls").flag("established", row.flag(Column.TLS)).endObject();
    }
  }

  private static void related(EventParties parties, Json json) {
    json.object("related");
    String address = parties.address();
    if (address != null) {
      json.texts("ip", List.of(address));
    }
    if (!parties.users().isEmpty()) {
      json.texts("user", parties.users());
    }
    if (!parties.hosts().isEmpty()) {
      json.texts("hosts", parties.hosts());
    }
    json.endObject();
  }
}
