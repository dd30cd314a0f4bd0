package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;

/** What stands in two files of a stream is counted once. */
class OverlapTest {

  private static final String HEADER =
      "#Software: Microsoft Internet Information Services 6.0\r\n#Version: 1.0\r\n"
          + "#Date: 2024-03-04 00:00:%02d\r\n#Fields: date time c-ip cs-username s-sitename"
          + " s-computername s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status"
          + " sc-win32-status sc-bytes cs-bytes time-taken cs-version cs-host cs(User-Agent)"
          + " cs(Cookie) cs(Referer) \r\n";

  @TempDir private Path folder;

  private static String row(int i) {
    return "2024-03-04 %02d:%02d:%02d 192.0.2.%d mx SMTPSVC1 MAIL01 10.0.0.1 0 EHLO - +mx 250 0 %d 8 0 SMTP - - - -\r\n"
        .formatted(8 + i / 3600, i / 60 % 60, i % 60, 1 + i % 7, 100 + i % 11);
  }

  private void write(String name, int from, int to) throws IOException {
    StringBuilder text = new StringBuilder(HEADER.formatted(from % 60));
    for (int i = from; i < to; i++) {
      text.append(row(i));
    }
    Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
  }

  private CaseReport analyze(int threads, long pieceBytes) throws IOException {
    RunSettings s = RunSettings.STANDARD;
    RunSettings settings =
        new RunSettings(
            s.zones(),
            s.years(),
            s.dateOrders(),
            s.parsers(),
            false,
            threads,
            pieceBytes,
            s.factBytes(),
            s.limits(),
            s.detectors());
    return Analysis.analyze(List.of(folder), settings, "test", (done, total) -> {});
  }

  private static List<Long> parts(CaseReport report) {
    return report.ledger().stream().map(LedgerEntry::parts).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 600, 400, 900, 300", // the end of one is the beginning of the other
    "0, 600, 100, 300, 0", // one lies in the other
    "0, 600, 592, 700, 100", // a few lines
    "0, 600, 598, 700, 102", // so few that it may be chance
    "0, 600, 600, 700, 100", // neighbours
  })
  void equalRunsAreCountedOnce(int from1, int to1, int from2, int to2, long newOnes)
      throws IOException {
    write("a.log", from1, to1);
    write("b.log", from2, to2);

    CaseReport report = analyze(2, 64 << 20);

    assertEquals(List.of((long) to1 - from1, newOnes), parts(report));
    long dropped = to2 - from2 - newOnes;
    List<Finding> overlaps =
        report.findings().stream().filter(f -> f.type() == FindingType.OVERLAP).toList();
    assertEquals(dropped > 0 ? 1 : 0, overlaps.size());
    LedgerEntry b = report.ledger().get(1);
    assertEquals(b.records(), b.events() + b.parts() + b.ignored() + b.rejected());
    if (dropped > 0) {
      assertEquals(dropped, overlaps.get(0).metrics().get("droppedRecords"));
      String note =
          "The first " + dropped + " records stand in a.log too, and were counted there only.";
      assertTrue(b.notes().contains(note), b.notes().toString());
    }
  }

  @Test
  void anyPiecesDropTheSame() throws IOException {
    write("a.log", 0, 600);
    write("b.log", 300, 1000);
    write("c.log", 700, 1200);
    List<List<Long>> all = new ArrayList<>();
    for (long piece : new long[] {4096, 10_000, 64 << 20}) {
      for (int threads = 1; threads <= 2; threads++) {
        all.add(parts(analyze(threads, piece)));
      }
    }
    all.forEach(parts -> assertEquals(List.of(600L, 400L, 200L), parts));
  }

  @Test
  void equalLinesOfAnotherTimeAreNoOverlap() throws IOException {
    StringBuilder same = new StringBuilder(HEADER.formatted(1));
    for (int i = 0; i < 50; i++) {
      same.append(row(7));
    }
    Files.writeString(folder.resolve("a.log"), same.toString() + row(8));
    Files.writeString(folder.resolve("b.log"), same.toString() + row(9));

    assertEquals(List.of(51L, 51L), parts(analyze(2, 64 << 20)));
  }
}
