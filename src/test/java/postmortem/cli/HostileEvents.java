package postmortem.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Event logs whose accounts, workstations and computers are what attackers would write there. */
final class HostileEvents {

  /** Each is as many events as make it a part of a finding. */
  private static final int TIMES = 8;

  static final List<String> TEXTS =
      List.of(
          "\u001b[31mred\u001b]0;title\u0007",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "'; DROP TABLE events;--",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "@SUM(A1)",
          "-2+3",
          "abc\u202egpj.exe",
          "\u2066iso\u2069",
          "a\u200bb",
          "line1\r\n# line2",
          "a|b`c`[x](http://evil.example/)",
          "\u2028sep\u2029",
          "tab\there",
          "&lt;b&gt;",
          "{{7*7}}${7*7}",
          "nul\u0000x",
          "lone\ud800x");

  private HostileEvents() {}

  /** Writes the same in XML, in JSON, and in a table without a header. */
  static void write(Path folder) throws IOException {
    StringBuilder xml = new StringBuilder();
    StringBuilder json = new StringBuilder();
    StringBuilder table = new StringBuilder();
    int number = 0;
    for (int round = 0; round < TIMES; round++) {
      for (String text : TEXTS) {
        String time = "10:%02d:%02d".formatted(number / 60, number % 60);
        number++;
        xml.append(xml(number, time, text, round == 0 ? text : "MAIL01"));
        json.append(json(number, time, text, round == 0 ? text : "MAIL02"));
        table.append(row(time, text));
      }
    }
    Files.write(folder.resolve("a.xml"), xml.toString().getBytes(UTF_8));
    Files.write(folder.resolve("b.jsonl"), json.toString().getBytes(UTF_8));
    Files.write(folder.resolve("c.csv"), table.toString().getBytes(UTF_8));
  }

  private static String xml(int number, String time, String text, String computer) {
    String name = references(text);
    return ("<Event><System><Provider Name='Microsoft-Windows-Security-Auditing'/>"
            + "<EventID>4625</EventID><TimeCreated SystemTime='2024-03-04T%1$s.5Z'/>"
            + "<EventRecordID>%2$d</EventRecordID><Channel>Security</Channel>"
            + "<Computer>%4$s</Computer></System><EventData>"
            + "<Data Name='TargetUserName'>%3$s</Data><Data Name='TargetDomainName'>%3$s</Data>"
            + "<Data Name='WorkstationName'>%3$s</Data><Data Name='LogonType'>3</Data>"
            + "<Data Name='LogonProcessName'>NtLmSsp</Data><Data Name='IpAddress'>192.0.2.7</Data>"
            + "<Data Name='Status'>0xc000006d</Data><Data Name='SubStatus'>0xc000006a</Data>"
            + "</EventData></Event>\n")
        .formatted(time, number, name, references(computer));
  }

  private static String references(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      out.append("&#").append((int) text.charAt(i)).append(';');
    }
    return out.toString();
  }

  private static String json(int number, String time, String text, String computer) {
    return ("{\"@timestamp\":\"2024-03-05T%1$s.5Z\",\"event\":{\"code\":\"4625\"},\"winlog\":{"
            + "\"provider_name\":\"Microsoft-Windows-Security-Auditing\",\"channel\":\"Security\","
            + "\"computer_name\":\"%4$s\",\"record_id\":%2$d,\"event_id\":4625,\"event_data\":{"
            + "\"TargetUserName\":\"%3$s\",\"TargetDomainName\":\"%3$s\",\"LogonType\":\"3\","
            + "\"WorkstationName\":\"%3$s\",\"LogonProcessName\":\"NtLmSsp\","
            + "\"IpAddress\":\"192.0.2.8\",\"Status\":\"0xc000006d\","
            + "\"SubStatus\":\"0xc000006a\"}}}\n")
        .formatted(time, number, escapes(text), escapes(computer));
  }

  private static String escapes(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      out.append("\\u%04x".formatted((int) text.charAt(i)));
    }
    return out.toString();
  }

  private static String row(String time, String text) {
    String name = text.replace("\"", "\"\"");
    return ("3/6/2024,%s AM,Security,Failure Audit,Logon/Logoff ,529,NT AUTHORITY\\SYSTEM,MAIL03,"
            + "\"Logon Failure:\r\n \tReason:\t\tUnknown user name or bad password\r\n"
            + " \tUser Name:\t%s\r\n \tDomain:\t\t%s\r\n \tLogon Type:\t3\r\n"
            + " \tLogon Process:\tAdvapi  \r\n \tWorkstation Name:\tMAIL03\"\r\n")
        .formatted(time, name, name);
  }
}
