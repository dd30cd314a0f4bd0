package postmortem.report;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;

/**
 * The Open Cybersecurity Schema Framework. What a class has no attribute for stands in {@code
 * unmapped}, under the names of our own columns.
 */
final class EventOcsf implements EventJson.Content {

  private static final String VERSION = "1.5.0";
  private static final int INFORMATIONAL = 1;

  private final String toolVersion;
  private final EventColumns rest =
      new EventColumns(
          EnumSet.of(
              Column.TIME,
              Column.START_TIME,
              Column.END_TIME,
              Column.COUNT,
              Column.PEER_ADDRESS,
              Column.PEER_PORT,
              Column.PATH));

  EventOcsf(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  @Override
  public void write(FlatRow row, Json json) {
    EventParties parties = new EventParties(row);
    OcsfClass type = OcsfClass.of(row);
    int activity = type.activity(row);
    json.number("class_uid", type.uid())
        .text("class_name", type.caption())
        .number("category_uid", type.category())
        .number("activity_id", activity)
        .number("type_uid", type.uid() * 100L + activity)
        .number("severity_id", severity(row))
        .number("time", millis(row, Column.TIME))
        .text("message", EventSentence.of(row))
        .number("count", row.number(Column.COUNT));
    if (activity == OcsfClass.OTHER) {
      json.text("activity_name", row.text(Column.ACTION));
    }
    lasted(row, parties, json);
    status(row, type, json);
    metadata(row, json);
    switch (type) {
      case NETWORK_ACTIVITY -> network(row, parties, json);
      case AUTHENTICATION -> authentication(row, parties, json);
      case EMAIL_ACTIVITY -> email(row, parties, json);
      case ACCOUNT_CHANGE -> user(parties, json);
      case EVENT_LOG_ACTIVITY -> cleared(row, parties, json);
      case DETECTION_FINDING -> finding(row, json);
      case BASE_EVENT -> {
        // has no attributes of its own
      }
    }
    rest.write(row, json.object("unmapped"));
    json.endObject();
  }

  private static long millis(FlatRow row, Column column) {
    return Math.floorDiv(row.number(column), Times.MILLI);
  }

  private static int severity(FlatRow row) {
    if (!row.has(Column.PRIORITY)) {
      return INFORMATIONAL;
    }
    return (int) Math.max(2, 5 - row.number(Column.PRIORITY)); // 1 is High (4), 2 Medium (3)
  }

  private static void lasted(FlatRow row, EventParties parties, Json json) {
    if (row.has(Column.START_TIME)) {
      json.number("start_time", millis(row, Column.START_TIME));
    }
    if (row.has(Column.END_TIME)) {
      json.number("end_time", millis(row, Column.END_TIME));
    }
    if (parties.nanos() >= 0) {
      json.number("duration", parties.nanos() / Times.MILLI);
    }
  }

  private static void status(FlatRow row, OcsfClass type, Json json) {
    if (type == OcsfClass.DETECTION_FINDING) {
      json.number("status_id", 1); // new
      return;
    }
    String outcome = row.text(Column.OUTCOME);
    if (outcome != null) {
      json.number("status_id", statusId(outcome));
    }
    text("status_detail", row.text(Column.REASON), json);
    if (row.has(Column.STATUS)) {
      json.text("status_code", Long.toString(row.number(Column.STATUS)));
    }
  }

  private static int statusId(String outcome) {
    return switch (outcome) {
      case "accepted" -> 1;
      case "unknown" -> 0;
      default -> 2;
    };
  }

  private static void text(String name, @Nullable String value, Json json) {
    if (value != null) {
      json.text(name, value);
    }
  }

  private void metadata(FlatRow row, Json json) {
    json.object("metadata").text("version", VERSION);
    json.object("product")
        .text("name", "postmortem")
        .text("vendor_name", "postmortem")
        .text("version", toolVersion)
        .endObject();
    json.text("log_name", row.text(Column.PATH)).text("log_provider", row.text(Column.FORMAT));
    if (row.has(Column.TIME_LOGGED)) {
      json.text("original_time", EventColumns.time(row, Column.TIME_LOGGED));
    }
    json.endObject();
  }

  /** The source is the client, and its name is the one that it gave. */
  private static void endpoints(FlatRow row, EventParties parties, Json json) {
    String helo = row.text(Column.HELO);
    if (parties.outward) {
      String client = parties.server() != null ? parties.server() : helo;
      endpoint("src_endpoint", null, null, client, json);
      endpoint("dst_endpoint", parties.address(), port(row), null, json);
    } else {
      endpoint("src_endpoint", parties.address(), port(row), helo, json);
      endpoint("dst_endpoint", null, null, parties.server(), json);
    }
  }

  private static @Nullable Long port(FlatRow row) {
    return row.has(Column.PEER_PORT) ? row.number(Column.PEER_PORT) : null;
  }

  private static void endpoint(
      String name,
      @Nullable String address,
      @Nullable Long port,
      @Nullable String host,
      Json json) {
    if (address == null && port == null && host == null) {
      return;
    }
    json.object(name);
    text("ip", address, json);
    if (port != null) {
      json.number("port", port);
    }
    text("hostname", host, json);
    json.endObject();
  }

  private static void network(FlatRow row, EventParties parties, Json json) {
    endpoints(row, parties, json);
    text("app_name", parties.protocol(), json);
    json.object("connection_info")
        .number("direction_id", direction(row))
        .text("protocol_name", "tcp")
        .number("protocol_num", 6)
        .endObject();
    if (row.has(Column.BYTES_IN) || row.has(Column.BYTES_OUT)) {
      // here "in" is from the destination to the source
      Column back = parties.outward ? Column.BYTES_IN : Column.BYTES_OUT;
      Column forth = parties.outward ? Column.BYTES_OUT : Column.BYTES_IN;
      json.object("traffic");
      if (row.has(back)) {
        json.number("bytes_in", row.number(back));
      }
      if (row.has(forth)) {
        json.number("bytes_out", row.number(forth));
      }
      json.endObject();
    }
  }

  /** 1 inbound, 2 outbound, 3 lateral or internal, 0 unknown. */
  private static int direction(FlatRow row) {
    String direction = row.text(Column.DIRECTION);
    if (direction == null) {
      return 0;
    }
    return switch (direction) {
      case "in" -> 1;
      case "out" -> 2;
      default -> 3;
    };
  }

  private static void authentication(FlatRow row, EventParties parties, Json json) {
    user(parties, json);
    endpoints(row, parties, json);
    String service = row.text(Column.SERVICE);
    json.object("service").text("name", service == null ? "other" : service).endObject();
    String mechanism = row.text(Column.MECHANISM);
    if (mechanism != null) {
      boolean ntlm = mechanism.equalsIgnoreCase("NTLM");
      json.text("auth_protocol", mechanism).number("auth_protocol_id", ntlm ? 1 : OcsfClass.OTHER);
    }
    if (row.has(Column.LOGON_TYPE)) {
      json.number("logon_type_id", logonType(row.number(Column.LOGON_TYPE)));
    }
    if (row.has(Column.PEER_ADDRESS)) {
      json.flag("is_remote", true);
    }
  }

  /** Those that Windows names have the same numbers here. */
  private static long logonType(long windows) {
    return windows >= 2 && windows <= 13 && windows != 6 ? windows : OcsfClass.OTHER;
  }

  /** Required even where no log names anybody. */
  private static void user(EventParties parties, Json json) {
    String name = parties.user();
    json.object("user").text("name", name == null ? "unknown" : name).number("type_id", 0);
    text("domain", parties.domain(), json);
    text("email_addr", parties.mailbox(), json);
    json.endObject();
  }

  private static void email(FlatRow row, EventParties parties, Json json) {
    json.number("direction_id", direction(row)).text("protocol_name", "SMTP");
    boolean dsn = row.is(Column.KIND, "dsn");
    String sender = dsn ? "" : row.text(Column.SENDER);
    String from = sender == null || !sender.isEmpty() ? sender : "<>"; // as SMTP writes it
    String to = row.text(dsn ? Column.ORIGINAL_SENDER : Column.RECIPIENT);
    json.object("email");
    if (from != null || to == null) {
      json.text("from", from == null ? "" : from); // one of both is required
    }
    text("smtp_from", from, json);
    if (to != null) {
      json.texts("to", List.of(to)).texts("smtp_to", List.of(to));
    }
    text("message_uid", row.text(Column.MESSAGE_ID), json);
    if (row.has(Column.SIZE)) {
      json.number("size", row.number(Column.SIZE));
    }
    json.endObject();
    endpoints(row, parties, json);
  }

  private static void cleared(FlatRow row, EventParties parties, Json json) {
    String channel = row.text(Column.SITE);
    json.text("log_name", channel == null ? "Security" : channel);
    if (parties.server() != null) {
      json.object("device").text("hostname", parties.server()).number("type_id", 0).endObject();
    }
    if (parties.user() != null) {
      user(parties, json.object("actor"));
      json.endObject();
    }
  }

  private static void finding(FlatRow row, Json json) {
    String uid =
        "%d:%d@%d"
            .formatted(
                row.number(Column.LEDGER), row.number(Column.RECORD), row.number(Column.OFFSET));
    json.object("finding_info")
        .text("uid", uid)
        .text("title", row.text(Column.SIGNATURE))
        .endObject();
    json.flag("is_alert", true);
  }
}
