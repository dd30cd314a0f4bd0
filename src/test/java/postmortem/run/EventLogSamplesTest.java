package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import postmortem.event.SourceRef;
import postmortem.evidence.EvidenceTree;
import postmortem.evidence.LedgerEntry;

/** Records that are no text, or more than a line of it, are shown as one line; clocks are named. */
class EventLogSamplesTest {

  private static final Path FORMATS = Path.of("testdata", "format");

  private static String text(String file, long offset, int length) {
    RunSettings settings = RunSettings.STANDARD;
    EvidenceTree<Recognised> tree =
        EvidenceTree.find(
            List.of(FORMATS.resolve(file)),
            settings.limits(),
            new Recogniser(BuiltIns.parsers(), settings));
    SourceRef place = new SourceRef(0, 1, offset, length);
    SortedMap<SourceRef, String> texts = new RecordTexts(tree).read(List.of(place));
    return new TreeMap<>(texts).getOrDefault(place, "");
  }

  @Test
  void aBinaryRecordIsRendered() {
    String text = text("evtx/security/MAIL01/Security.evtx", 6196, 310);
    assertTrue(text.startsWith("<Event><System><Provider Name='Microsoft-Windows-Sec"), text);
    assertTrue(text.contains("<Data Name='TargetUserName'>nobody</Data>"), text);
    assertTrue(text.contains("<Data Name='SubStatus'>0xc0000064</Data>"), text);
  }

  @Test
  void aRecordOfSeveralLinesIsShownAsOne() {
    String text = text("eventviewer-csv-2003/security-en/MAIL01.csv", 744, 521);
    assertTrue(text.contains("\"Logon Failure: Reason:\t\tUnknown user name"), text);
    assertFalse(text.contains("\n"), text);
  }

  @Test
  void japaneseIsDecoded() {
    String text = text("eventviewer-csv-2003/japanese-2000/MAIL01.csv", 354, 345);
    assertTrue(text.contains("ユーザー名:\t管理者"), text);
  }

  @Test
  void theLedgerSaysThatTheZoneIsAssumed() throws IOException {
    Path file = FORMATS.resolve("eventviewer-csv-2003/security-en/MAIL01.csv");
    List<LedgerEntry> ledger = Analysis.inspect(List.of(file), RunSettings.STANDARD, Progress.NONE);
    assertEquals("UTC", ledger.get(0).zone());
    assertEquals("assumed", ledger.get(0).zoneBasis());
  }
}
