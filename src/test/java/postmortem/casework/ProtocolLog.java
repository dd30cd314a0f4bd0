package postmortem.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes an SMTP protocol log of Exchange 2010: one file a day, rows of all sessions mixed. */
final class ProtocolLog {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private record Row(Instant time, String text) {}

  private final String kind;
  private final List<Row> rows = new ArrayList<>();
  private long nextSession;

  /**
   * @param kind {@code Receive} or {@code Send}
   * @param firstSession the id of the first session; the others count up from there
   */
  ProtocolLog(String kind, long firstSession) {
    this.kind = kind;
    this.nextSession = firstSession;
  }

  /** One connection; its rows may be written at any time, they are sorted later. */
  final class Session {
    private final String connector;
    private final String id = String.format(Locale.ROOT, "%016X", nextSession++);
    private final String remote;
    private String local;
    private Instant now;
    private int sequence;

    private Session(String connector, String local, String remote, Instant now) {
      this.connector = connector;
      this.local = local;
      this.remote = remote;
      this.now = now;
    }

    Instant now() {
      return now;
    }

    String id() {
      return id;
    }

    Session pause(long millis) {
      now = now.plusMillis(millis);
      return this;
    }

    Session connectedFrom(String endpoint) {
      local = endpoint;
      return this;
    }

    Session row(String event, String data, String context) {
      rows.add(
          new Row(
              now,
              String.join(
                  ",",
                  TIME.format(now),
                  connector,
                  id,
                  String.valueOf(sequence++),
                  local,
                  remote,
                  event,
                  quoted(data),
                  quoted(context))));
      return this;
    }

    /** What the client says in a receive log, and the remote server in a send log. */
    Session in(String text) {
      return row("<", text, "");
    }

    /** What this server says. */
    Session out(String text) {
      return row(">", text, "");
    }

    Session note(String data, String context) {
      return row("*", data, context);
    }
  }

  Session session(String connector, String local, String remote, Instant start) {
    return new Session(connector, local, remote, start);
  }

  private static String quoted(String field) {
    boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  /** Text by file name. */
  SortedMap<String, String> files() {
    rows.sort(Comparator.comparing(Row::time)); // stable: rows of one moment stay in order
    TreeMap<String, StringBuilder> days = new TreeMap<>();
    for (Row row : rows) {
      String name = (kind.equals("Receive") ? "RECV" : "SEND") + DAY.format(row.time()) + "-1.LOG";
      days.computeIfAbsent(name, n -> head(row.time())).append(row.text()).append("\r\n");
    }
    TreeMap<String, String> texts = new TreeMap<>();
    days.forEach((name, text) -> texts.put(name, text.toString()));
    return texts;
  }

  private StringBuilder head(Instant opened) {
    return new StringBuilder("#Software: Microsoft Exchange Server\r\n")
        .append("#Version: 14.0.0.0\r\n#Log-type: SMTP ")
        .append(kind)
        .append(" Protocol Log\r\n#Date: ")
        .append(TIME.format(opened))
        .append("\r\n#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,")
        .append("remote-endpoint,event,data,context\r\n");
  }
}
