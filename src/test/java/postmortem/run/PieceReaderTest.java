package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.MemorySpill;
import postmortem.event.Times;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.evidence.HashingStream;
import postmortem.parser.FileFacts;
import postmortem.parser.ParseSettings;

/** What is counted elsewhere is dropped by records, though a record may tell of several events. */
class PieceReaderTest {

  private static final String HEAD =
      "#Software: Microsoft Exchange Server\r\n#Version: 15.02.0330.005\r\n"
          + "#Log-type: Message Tracking Log\r\n"
          + "#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,"
          + "connector-id,source,event-id,internal-message-id,message-id,recipient-address,"
          + "recipient-status,total-bytes,recipient-count,sender-address,return-path\r\n";
  private static final int HEADERS = 4;
  private static final int ROWS = 6;

  @TempDir private Path folder;

  /** Hands a message over to two recipients: two events. */
  private static String row(int number) {
    return ("2024-03-04T08:00:%02d.000Z,,mx01,192.0.2.8,there,,Out,SMTP,SEND,%d,<m%d@mx01>,"
            + "x@there.example;y@there.example,,900,2,anna@here.example,anna@here.example\r\n")
        .formatted(number, number, number);
  }

  private PieceResult read(long countFrom, BitSet repeated) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (int number = 1; number <= ROWS; number++) {
      text.append(row(number));
    }
    Path log = folder.resolve("MSGTRK2024030408-1.LOG");
    Files.writeString(log, text, StandardCharsets.US_ASCII);
    EvidenceTree<Recognised> tree =
        EvidenceTree.find(
            List.of(log),
            RunSettings.STANDARD.limits(),
            new Recogniser(BuiltIns.parsers(), RunSettings.STANDARD));
    EvidenceFile file = tree.files().get(0);
    Recognised what = Objects.requireNonNull(tree.sampled(file));
    Plan plan = Plan.of(tree, Map.of(), Map.of(), Map.of());
    Piece piece = new Piece(file, what, 0, 0, 0, Piece.WHOLE, 1, FileFacts.NONE);
    Collected all = new Collected(MemorySpill.INSTANCE, 1 << 20, 0);
    PieceReader reader =
        new PieceReader(
            new Worker(all, MemorySpill.INSTANCE, 1, false),
            Objects.requireNonNull(what.parser()),
            piece,
            countFrom,
            repeated,
            new Strangers(plan, true),
            FirstHand.NOTHING);
    try (HashingStream in = tree.openHashing(file)) {
      return reader.read(in, new ParseSettings(null, 0, 1 << 20));
    }
  }

  /** The time of a row, in whole seconds of its minute. */
  private static long second(long time) {
    return Math.floorMod(time, Times.MINUTE) / Times.SECOND;
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1", "5, 0", "6, 0"}) // to the end of a record, or one byte into the next
  void aRecordAtTheEndOfAnOverlapIsDroppedOnce(int rows, int more) throws IOException {
    long end = HEAD.length() + (long) rows * row(1).length() + more;
    PieceResult result = read(end, new BitSet());
    PieceResult.Dropped dropped = result.dropped();

    assertNotNull(dropped);
    assertEquals(rows + more, dropped.records());
    assertEquals(1, second(dropped.first()));
    assertEquals(rows + more, second(dropped.last()));
    assertEquals(ROWS - rows - more, result.events());
    assertEquals(HEADERS + rows + more, result.ignored());
    assertNull(result.repeated());
  }

  @Test
  void aRecordThatAnotherRepeatsIsDroppedOnce() throws IOException {
    BitSet repeated = new BitSet();
    repeated.set(HEADERS + 1);
    repeated.set(HEADERS + 2);
    repeated.set(HEADERS + 4);
    long endOfFirst = HEAD.length() + (long) row(1).length();
    PieceResult result = read(endOfFirst, repeated);
    PieceResult.Dropped second = result.repeated();

    assertNotNull(second);
    assertEquals(2, second.records()); // the first is dropped already
    assertEquals(1, Objects.requireNonNull(result.dropped()).records());
    assertEquals(ROWS - 3, result.events());
    assertEquals(HEADERS + 3, result.ignored());
  }

  @Test
  void nothingIsDroppedUnasked() throws IOException {
    PieceResult result = read(0, new BitSet());

    assertEquals(ROWS, result.events());
    assertEquals(HEADERS, result.ignored());
    assertNull(result.dropped());
    assertNull(result.repeated());
  }
}
