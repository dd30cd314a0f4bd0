package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import postmortem.event.flat.Column;
import postmortem.evidence.LedgerEntry;

/** An event of an event log is one event, in however many exports it stands. */
class RepeatedTest {

  /** How a tool writes a failed logon, a row or an element each. */
  private enum Form {
    WINLOGBEAT(
        "jsonl",
        "",
        """
        {"@timestamp":"%1$s.123Z","event":{"code":"4625"},"winlog":{"provider_name":\
        "Microsoft-Windows-Security-Auditing","channel":"Security","computer_name":"%2$s.example.org",\
        "record_id":%3$d,"event_id":4625,"event_data":{"TargetUserName":"user%3$d","LogonType":"3",\
        "IpAddress":"192.0.2.7","Status":"0xc000006d","SubStatus":"0xc000006a"}}}
        """),
    XML(
        "xml",
        "",
        """
        <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider \
        Name='Microsoft-Windows-Security-Auditing'/><EventID>4625</EventID><TimeCreated \
        SystemTime='%1$s.1234567Z'/><EventRecordID>%3$d</EventRecordID><Channel>Security</Channel>\
        <Computer>%2$s</Computer></System><EventData><Data Name='TargetUserName'>user%3$d</Data>\
        <Data Name='LogonType'>3</Data><Data Name='IpAddress'>192.0.2.7</Data>\
        <Data Name='Status'>0xc000006d</Data><Data Name='SubStatus'>0xc000006a</Data></EventData></Event>
        """),
    EVTXECMD(
        "csv",
        "RecordNumber,EventRecordId,TimeCreated,EventId,Level,Provider,Channel,ProcessId,ThreadId,Computer,Payload\n",
        """
        %3$d,%3$d,%1$s.1234567,4625,LogAlways,Microsoft-Windows-Security-Auditing,Security,4,5,%2$s,\
        "{""EventData"":{""Data"":[{""@Name"":""TargetUserName"",""#text"":""user%3$d""},\
        {""@Name"":""LogonType"",""#text"":""3""},{""@Name"":""IpAddress"",""#text"":""192.0.2.7""},\
        {""@Name"":""Status"",""#text"":""0xC000006D""},{""@Name"":""SubStatus"",""#text"":""0xC000006A""}]}}"
        """);

    private final String suffix;
    private final String head;
    private final String event;

    Form(String suffix, String head, String event) {
      this.suffix = suffix;
      this.head = head;
      this.event = event;
    }

    String rows(String computer, int day, int from, int to) {
      StringBuilder rows = new StringBuilder();
      IntStream.range(from, to)
          .forEach(
              i -> {
                String time = "2024-03-%02dT10:%02d:%02d".formatted(day, i / 60, i % 60);
                String told = this == EVTXECMD ? time.replace('T', ' ') : time;
                rows.append(event.formatted(told, computer, i));
              });
      return rows.toString();
    }
  }

  @TempDir private Path folder;

  private void write(String name, Form form, String... rows) throws IOException {
    Files.writeString(folder.resolve(name + "." + form.suffix), form.head + String.join("", rows));
  }

  private List<LedgerEntry> inspect() throws IOException {
    return Analysis.inspect(List.of(folder), RunSettings.STANDARD, Progress.NONE);
  }

  private long events() throws IOException {
    return inspect().stream().mapToLong(LedgerEntry::events).sum();
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatWasAppendedToItself(Form form) throws IOException {
    String rows = form.rows("MAIL01", 4, 100, 140);
    write("a", form, rows, rows);
    List<LedgerEntry> ledger = inspect();
    assertEquals(40, ledger.get(0).events());
    assertEquals(form.head.isEmpty() ? 40 : 41, ledger.get(0).ignored()); // with the header
    assertTrue(
        ledger.get(0).notes().toString().contains("40 events of it stand in another record"));
  }

  @Test
  void oneLogInThreeExports() throws IOException {
    for (Form form : Form.values()) {
      write(form.name(), form, form.rows("MAIL01", 4, 100, 140));
    }
    assertEquals(40, events());
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL01, 4, 100, 140, 0", // the same
    "MAIL01, 4, 120, 160, 20", // half of it
    "MAIL01, 5, 100, 140, 40", // the log was cleared, and counts from 1 again
    "MAIL02, 4, 100, 140, 40", // another machine
  })
  void anotherExport(String computer, int day, int from, int to, long more) throws IOException {
    write("a", Form.XML, Form.XML.rows("MAIL01", 4, 100, 140));
    write("b", Form.WINLOGBEAT, Form.WINLOGBEAT.rows(computer, day, from, to));
    assertEquals(40 + more, events());
  }

  /** What a collector has gathered, mixed as the events came in. */
  private static String ofThreeMachines(Form form) {
    StringBuilder rows = new StringBuilder();
    for (int i = 100; i < 130; i++) {
      rows.append(form.rows("MAIL01", 4, i, i + 1));
      rows.append(form.rows("mail02.example.org", 4, i, i + 1));
    }
    return rows.append(form.rows("MAIL03", 4, 130, 140)).toString();
  }

  private List<LedgerEntry> countByServer(Map<String, Integer> servers, Progress progress)
      throws IOException {
    return Analysis.events(
        List.of(folder),
        RunSettings.STANDARD,
        progress,
        row -> servers.merge(String.valueOf(row.text(Column.SERVER)), 1, Integer::sum));
  }

  @ParameterizedTest
  @EnumSource
  void eachMachineOfOneFileHasItsOwnEvents(Form form) throws IOException {
    write("a", form, ofThreeMachines(form));
    Map<String, Integer> servers = new TreeMap<>();
    List<LedgerEntry> ledger = countByServer(servers, Progress.NONE);

    assertEquals(Map.of("MAIL01", 30, "MAIL02", 30, "MAIL03", 10), servers);
    assertTrue(ledger.get(0).notes().toString().contains("It holds 3 logs"), ledger.toString());
  }

  /** One more reading is enough to tell the machines apart and to drop what stands twice. */
  @ParameterizedTest
  @CsvSource({
    "1, false, 1", // one machine, each event once
    "1, true, 2",
    "3, false, 2",
    "3, true, 2",
  })
  void allIsReadAtMostTwice(int machines, boolean repeated, int readings) throws IOException {
    Form form = Form.XML;
    String rows = machines == 1 ? form.rows("MAIL01", 4, 100, 130) : ofThreeMachines(form);
    write("a", form, rows);
    if (repeated) {
      write("b", Form.WINLOGBEAT, Form.WINLOGBEAT.rows("MAIL01", 4, 100, 130));
    }
    AtomicInteger filesRead = new AtomicInteger();
    Map<String, Integer> servers = new TreeMap<>();
    List<LedgerEntry> ledger = countByServer(servers, (done, total) -> filesRead.incrementAndGet());

    assertEquals(readings * ledger.size(), filesRead.get());
    assertEquals(30, servers.get("MAIL01"));
    assertEquals(machines, servers.size());
  }

  /** The machine of the other file is known there, and in this one it is a stranger. */
  @Test
  void aStrangersEventsStandInItsOwnExportToo() throws IOException {
    write("a", Form.XML, ofThreeMachines(Form.XML));
    write("b", Form.EVTXECMD, Form.EVTXECMD.rows("MAIL02", 4, 100, 135));
    Map<String, Integer> servers = new TreeMap<>();
    countByServer(servers, Progress.NONE);

    assertEquals(Map.of("MAIL01", 30, "MAIL02", 35, "MAIL03", 10), servers);
  }

  /** Equal lines are dropped from the later file, equal numbers from the one further down. */
  @Test
  void whatOverlapsIsNotDroppedForItsNumbersToo() throws IOException {
    String tab = "\t";
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      rows.add(
          String.join(
              tab,
              "<13>Mar  4 10:%02d:%02d MAIL01 MSWinEventLog".formatted(i / 60, i % 60),
              "1",
              "Security",
              String.valueOf(i + 1),
              "Mon Mar 04 10:%02d:%02d 2024".formatted(i / 60, i % 60),
              "529",
              "Security",
              "SYSTEM",
              "User",
              "Failure Audit",
              "MAIL01",
              "Logon/Logoff",
              "",
              "Logon Failure:     Reason:  Unknown user name or bad password     User Name: u"
                  + i
                  + "     Domain:      Logon Type: 3     Logon Process: Advapi  ",
              (i + 1) + "\n"));
    }
    Files.writeString(folder.resolve("a.log"), String.join("", rows.subList(40, 120)));
    Files.writeString(folder.resolve("b.log"), String.join("", rows.subList(0, 80)));
    assertEquals(120, events());
  }
}
