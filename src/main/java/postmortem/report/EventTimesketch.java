package postmortem.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import postmortem.event.Times;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;

/**
 * Lines for Timesketch: the three members that it asks for, the time in microseconds, and our own
 * columns as they are.
 */
final class EventTimesketch implements EventJson.Content {

  private static final DateTimeFormatter DATETIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final EventColumns rest = new EventColumns(EnumSet.of(Column.TIME));

  @Override
  public void write(FlatRow row, Json json) {
    long time = row.number(Column.TIME);
    Instant instant = Times.instant(time);
    json.text("message", EventSentence.of(row))
        .text("datetime", DATETIME.format(instant))
        .text("timestamp_desc", meaning(row))
        .number("timestamp", Math.floorDiv(time, 1_000L))
        .text("data_type", "postmortem:event:" + row.text(Column.KIND));
    rest.write(row, json);
  }

  /** What the time is the time of. */
  private static String meaning(FlatRow row) {
    return switch (row.kind()) {
      case CONNECTION ->
          row.is(Column.ACTION, "closed") ? "Connection closed" : "Connection opened";
      case SESSION -> "Session begun";
      case AUTH_ATTEMPT -> "AUTH attempt begun";
      case MESSAGE -> "Message begun";
      case RECIPIENT -> "Recipient answered";
      case DELIVERY -> "Delivery begun";
      case DSN -> "Report of delivery made";
      case LOGON -> row.is(Column.ACTION, "password-check") ? "Password checked" : "Logon";
      case ACCOUNT_CHANGE -> "Account changed";
      case AUDIT -> "Audit event";
      case ALERT -> "Alert";
    };
  }
}
