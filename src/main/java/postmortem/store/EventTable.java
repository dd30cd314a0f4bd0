package postmortem.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import postmortem.event.EventKind;
import postmortem.event.flat.Column;

/** The stored table of one kind of event: only what the kind can have, in the order of time. */
enum EventTable {
  CONNECTION(
      EventKind.CONNECTION,
      "connections",
      "network connections: one row for the opening, one for the end",
      Column.START_TIME,
      Column.END_TIME,
      Column.SESSION,
      Column.PEER_PORT,
      Column.BYTES_IN,
      Column.BYTES_OUT,
      Column.RULE),
  SESSION(
      EventKind.SESSION,
      "sessions",
      "SMTP sessions, from greeting to end",
      Column.END_TIME,
      Column.SESSION,
      Column.PEER_PORT,
      Column.COMMANDS,
      Column.ATTEMPTS,
      Column.MESSAGES,
      Column.DELIVERED,
      Column.RECIPIENTS_ACCEPTED),
  AUTH(
      EventKind.AUTH_ATTEMPT,
      "auth",
      "AUTH attempts: one row each, however many records tell of it",
      Column.END_TIME,
      Column.SESSION,
      Column.PEER_PORT,
      Column.MORE_RECORDS),
  MESSAGE(
      EventKind.MESSAGE,
      "messages",
      "mail transactions, from MAIL to the end of the data",
      Column.END_TIME,
      Column.SESSION,
      Column.PEER_PORT,
      Column.SENDER,
      Column.MESSAGE_ID,
      Column.SIZE,
      Column.RECIPIENTS_ACCEPTED,
      Column.RECIPIENTS_REFUSED,
      Column.RECIPIENT_DOMAIN,
      Column.RECIPIENTS_IN_DOMAIN,
      Column.OTHER_RECIPIENT_DOMAIN),
  RECIPIENT(
      EventKind.RECIPIENT,
      "recipients",
      "envelope recipients that were accepted or refused",
      Column.SESSION,
      Column.PEER_PORT,
      Column.RECIPIENT,
      Column.RECIPIENT_DOMAIN),
  DELIVERY(
      EventKind.DELIVERY,
      "deliveries",
      "attempts to hand a message to another server, for one recipient",
      Column.END_TIME,
      Column.SESSION,
      Column.PEER_PORT,
      Column.SENDER,
      Column.RECIPIENT,
      Column.RECIPIENT_DOMAIN,
      Column.REPLY),
  DSN(
      EventKind.DSN,
      "dsn",
      "delivery status notifications that were made or received",
      Column.ORIGINAL_SENDER,
      Column.ORIGINAL_RECIPIENT,
      Column.RELATED_MESSAGE_ID),
  LOGON(
      EventKind.LOGON,
      "logons",
      "Windows logons and checks of passwords",
      Column.SESSION,
      Column.PEER_PORT),
  ACCOUNT_CHANGE(
      EventKind.ACCOUNT_CHANGE, "account_changes", "what was done to accounts: lock-outs and more"),
  AUDIT(
      EventKind.AUDIT,
      "audit",
      "what was done to the machine's log, clock and policy",
      Column.CLOCK_BEFORE,
      Column.CLOCK_AFTER),
  ALERT(
      EventKind.ALERT,
      "alerts",
      "messages of an IDS, as evidence",
      Column.SESSION,
      Column.PEER_PORT,
      Column.SIGNATURE);

  /** Kinds that begin at their time; what else begins has a column for it. */
  private static final Set<EventTable> BEGIN_AT_TIME = EnumSet.of(SESSION, AUTH, MESSAGE, DELIVERY);

  private final EventKind kind;
  private final String table;
  private final String meaning;
  private final List<Column> own;

  EventTable(EventKind kind, String table, String meaning, Column... own) {
    this.kind = kind;
    this.table = table;
    this.meaning = meaning;
    this.own = List.of(own);
  }

  EventKind kind() {
    return kind;
  }

  String view() {
    return table;
  }

  String meaning() {
    return meaning;
  }

  Table table() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of(Column.TIME));
    fields.add(Field.of(Column.TIME_LOGGED));
    for (Dimension dimension : Dimension.values()) {
      fields.add(Field.id(dimension.id(), "id in data." + dimension.table().name()));
    }
    own.forEach(column -> fields.add(Field.of(column)));
    for (Column column : List.of(Column.RECORD, Column.OFFSET, Column.LENGTH)) {
      fields.add(Field.of(column));
    }
    return new Table(table, meaning, fields);
  }

  /** Can the kind have a value there? */
  boolean has(Column column) {
    if (column == Column.START_TIME && BEGIN_AT_TIME.contains(this)) {
      return true;
    }
    for (Dimension dimension : Dimension.values()) {
      if (dimension.columns().contains(column)) {
        return true;
      }
    }
    return table().fields().stream().anyMatch(field -> column == field.column());
  }

  /** Where the joined tables of {@link #from} hold the column. */
  String expression(Column column) {
    if (column == Column.START_TIME && BEGIN_AT_TIME.contains(this)) {
      return "e.\"time\"";
    }
    for (Dimension dimension : Dimension.values()) {
      if (dimension.columns().contains(column)) {
        return dimension.id() + "s." + Field.of(column).quoted();
      }
    }
    return Field.of(column).type().showing("e." + Field.of(column).quoted());
  }

  /** The stored rows with what they have in common. */
  String from() {
    StringBuilder sql = new StringBuilder("data.").append(table).append(" e");
    for (Dimension dimension : Dimension.values()) {
      String name = dimension.table().name();
      sql.append(" JOIN data.%s ON e.%s = %s.id".formatted(name, dimension.id(), name));
    }
    return sql.toString();
  }
}
