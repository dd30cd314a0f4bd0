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

/** Writes the W3C log of an IIS 6 SMTP service: one file a day, a record for each command. */
final class GatewayLog {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private record Row(Instant time, String text) {}

  private final String computer;
  private final String address;
  private final List<Row> rows = new ArrayList<>();

  GatewayLog(String computer, String address) {
    this.computer = computer;
    this.address = address;
  }

  /** A command of a client, with our status; its time is when the command ended. */
  void command(
      Instant at, String client, String helo, String verb, String argument, int status, int bytes) {
    add(at, client, helo, address + " 0", verb, argument, status + " 0 32 " + bytes + " 16");
  }

  /** The end of a session; its second number is the length of the session in milliseconds. */
  void quit(Instant at, String client, String helo, long millis) {
    add(at, client, helo, address + " 0", "QUIT", helo, "240 " + millis + " 68 4 0");
  }

  /** What we say to another server. */
  void say(Instant at, String server, String verb, String argument) {
    add(at, server, "OutboundConnectionCommand", "- 25", verb, argument, "0 0 4 0 31");
  }

  /** What another server answers. */
  void answer(Instant at, String server, String reply) {
    String numbers = "0 0 " + (reply.length() + 2) + " 0 31";
    add(at, server, "OutboundConnectionResponse", "- 25", "-", reply, numbers);
  }

  private void add(
      Instant at,
      String peer,
      String user,
      String local,
      String verb,
      String argument,
      String numbers) {
    String text =
        String.join(
            " ",
            TIME.format(at),
            peer,
            user,
            "SMTPSVC1",
            computer,
            local,
            verb,
            "-",
            argument.replace(' ', '+'),
            numbers,
            "SMTP - - - -");
    rows.add(new Row(at, text));
  }

  /** Text by file name. */
  SortedMap<String, String> files() {
    rows.sort(Comparator.comparing(Row::time));
    TreeMap<String, StringBuilder> days = new TreeMap<>();
    for (Row row : rows) {
      days.computeIfAbsent("ex" + DAY.format(row.time()) + ".log", n -> head(row.time()))
          .append(row.text())
          .append("\r\n");
    }
    TreeMap<String, String> texts = new TreeMap<>();
    days.forEach((name, text) -> texts.put(name, text.toString()));
    return texts;
  }

  private static StringBuilder head(Instant opened) {
    return new StringBuilder("#Software: Microsoft Internet Information Services 6.0\r\n")
        .append("#Version: 1.0\r\n#Date: ")
        .append(TIME.format(opened))
        .append("\r\n#Fields: date time c-ip cs-username s-sitename s-computername s-ip s-port ")
        .append("cs-method cs-uri-stem cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes ")
        .append("time-taken cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer) \r\n");
  }
}
