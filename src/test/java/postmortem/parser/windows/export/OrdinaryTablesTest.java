package postmortem.parser.windows.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.parser.Confidence;
import postmortem.parser.SampleCase;

/** Tables of all sorts have a number, a time and a text: that alone makes them no event logs. */
class OrdinaryTablesTest {

  private static final String DENIED =
      "\"Logon Failure: Reason: Unknown user name or bad password User Name: anna Domain: X"
          + " Logon Type: 3 Logon Process: Advapi\"";

  private static Confidence probe(String name, String head, String row) {
    StringBuilder text = new StringBuilder(head).append("\r\n");
    for (int i = 1; i <= 40; i++) {
      text.append(row.formatted(i, 10 + i)).append("\r\n");
    }
    return new EventTableParser().probe(SampleCase.sample(name, text.toString().getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sales.csv   | Date,Time,Id,Description,Amount | 2024-03-04,10:00:%2$d,%1$d,Bread no. %1$d,3.50",
        "tickets.csv | Id,Time,Message                 | %d,2024-03-04 10:00:%d,The printer is broken",
        "requests    | Time,Source,Id,Message          | 2024-03-04 10:00:%2$d,web1,%1$d,GET /index.html",
        "packets     | Date,Time,Source,Event,Message  | 2024-03-04,10:00:%2$d,10.0.0.9,%1$d,allowed",
        "bank        | Datum;Id;Description;Betrag     | 04.03.2024;%d;Miete;-%d",
        "header      | Id,Date,Description             | ",
      })
  void areNoEventLogs(String name, String head, String row) {
    assertEquals(Confidence.NONE, probe(name, head, row == null ? "" : row));
  }

  /** A row that is longer than its header may be one of Event Viewer in a language yet unknown. */
  @Test
  void mayBeOfEventViewer() {
    String row = "a,2024-03-04 10:00:%2$d,Sensor,%1$d,C,longer than the header";
    assertEquals(Confidence.POSSIBLE, probe("sensor", "Name,When,From,Number,Unit", row));
    String shown = row.replace("Sensor", "Microsoft-Windows-Winlogon");
    String german = "Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie";
    assertEquals(Confidence.CERTAIN, probe("log", german, shown));
  }

  /** Then it is the rows that tell, or the names of columns that others do not have. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "Time,Source,Id,Message           | 2024-03-04 10:00:%2$d,Security,529,TEXT | CERTAIN",
        "Time,Id,Message                  | 2024-03-04 10:00:%2$d,529,TEXT          | POSSIBLE",
        "TimeCreated,Id,Message           | 2024-03-04 10:00:%2$d,%1$d,nothing      | POSSIBLE",
        "TimeCreated,Id,Source,Message    | 2024-03-04 10:00:%2$d,%1$d,Any,nothing  | CERTAIN",
        "Date,Time,Event,Source,Computer,Description | 2024-03-04,10:00:%2$d,%1$d,Any,MAIL01,x | CERTAIN",
      })
  void areEventLogs(String head, String row, Confidence expected) {
    assertEquals(expected, probe("table.csv", head, row.replace("TEXT", DENIED)));
  }
}
