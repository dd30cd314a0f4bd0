package postmortem.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;

/** The classes of the Open Cybersecurity Schema Framework that our events are of. */
enum OcsfClass {
  BASE_EVENT(0, 0, "Base Event"),
  EVENT_LOG_ACTIVITY(1008, 1, "Event Log Activity"),
  DETECTION_FINDING(2004, 2, "Detection Finding"),
  ACCOUNT_CHANGE(3001, 3, "Account Change"),
  AUTHENTICATION(3002, 3, "Authentication"),
  NETWORK_ACTIVITY(4001, 4, "Network Activity"),
  EMAIL_ACTIVITY(4009, 4, "Email Activity");

  /** The activity, or another value, that the schema has no number for. */
  static final int OTHER = 99;

  private static final Map<String, Integer> CHANGES =
      Map.of(
          "created",
          1,
          "enabled",
          2,
          "password-set",
          4,
          "disabled",
          5,
          "deleted",
          6,
          "locked-out",
          9);

  private final int uid;
  private final int category;
  private final String caption;

  OcsfClass(int uid, int category, String caption) {
    this.uid = uid;
    this.category = category;
    this.caption = caption;
  }

  int uid() {
    return uid;
  }

  int category() {
    return category;
  }

  String caption() {
    return caption;
  }

  static OcsfClass of(FlatRow row) {
    return switch (row.kind()) {
      case CONNECTION, SESSION -> NETWORK_ACTIVITY;
      case AUTH_ATTEMPT, LOGON -> AUTHENTICATION;
      case MESSAGE, RECIPIENT, DELIVERY, DSN -> EMAIL_ACTIVITY;
      case ACCOUNT_CHANGE -> ACCOUNT_CHANGE;
      case AUDIT -> row.is(Column.ACTION, "log-cleared") ? EVENT_LOG_ACTIVITY : BASE_EVENT;
      case ALERT -> DETECTION_FINDING;
    };
  }

  /** The {@code activity_id} of an event of this class. */
  int activity(FlatRow row) {
    return switch (this) {
      case BASE_EVENT -> OTHER;
      case EVENT_LOG_ACTIVITY, DETECTION_FINDING, AUTHENTICATION -> 1; // clear, create, logon
      case ACCOUNT_CHANGE -> change(row.text(Column.ACTION));
      case NETWORK_ACTIVITY -> network(row);
      case EMAIL_ACTIVITY -> new EventParties(row).outward ? 1 : 2; // send, receive
    };
  }

  private static int change(@Nullable String action) {
    return action == null ? OTHER : CHANGES.getOrDefault(action, OTHER);
  }

  /** Open, close, refuse; a session is told as a whole: traffic. */
  private static int network(FlatRow row) {
    if (row.is(Column.KIND, "session")) {
      return 6;
    }
    if (row.is(Column.OUTCOME, "rejected")) {
      return 5;
    }
    return row.is(Column.ACTION, "closed") ? 2 : 1;
  }
}
