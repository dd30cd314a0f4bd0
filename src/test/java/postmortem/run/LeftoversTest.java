package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;
import postmortem.evidence.LedgerEntry;

/** What is left over from former use of a file is read where somebody asks for it, and marked. */
class LeftoversTest {

  private static final Path FORMATS = Path.of("testdata", "format");
  private static final int FILE_HEADER = 4096;
  private static final int CHUNK = 1 << 16;
  private static final int FREE = 48; // where the chunk says that its records end

  @TempDir private Path folder;

  private final List<FlatRow> rows = new ArrayList<>();

  private LedgerEntry read(boolean leftovers) throws IOException {
    RunSettings s = RunSettings.STANDARD;
    RunSettings settings =
        new RunSettings(
            s.zones(),
            s.years(),
            s.dateOrders(),
            s.parsers(),
            leftovers,
            s.threads(),
            s.pieceBytes(),
            s.factBytes(),
            s.limits(),
            s.detectors());
    rows.clear();
    return Analysis.events(List.of(folder), settings, Progress.NONE, rows::add).get(0);
  }

  private long recovered() {
    return rows.stream().filter(row -> row.flag(Column.RECOVERED)).count();
  }

  private static byte[] evtx() throws IOException {
    return Files.readAllBytes(FORMATS.resolve("evtx/security/MAIL01/Security.evtx"));
  }

  /** Where the record of this number in the first chunk begins, from 0. */
  private static int place(byte[] file, int number) {
    ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int at = FILE_HEADER + 512;
    for (int i = 0; i < number; i++) {
      at += b.getInt(at + 4);
    }
    return at;
  }

  @Test
  void recordsThatAClearedLogHasLeft() throws IOException {
    byte[] file = evtx();
    Files.write(folder.resolve("Security.evtx"), file);
    read(false);
    int all = rows.size();
    ByteBuffer.wrap(file)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(FILE_HEADER + FREE, place(file, 4) - FILE_HEADER);
    Files.write(folder.resolve("Security.evtx"), file);

    LedgerEntry plain = read(false);
    int live = rows.size();
    assertTrue(live < all, "some are behind the end");
    assertEquals(0, recovered());
    assertTrue(plain.notes().toString().contains("those are not counted (see --leftovers)"));

    LedgerEntry asked = read(true);
    assertEquals(all, rows.size());
    assertEquals(all - live, recovered());
    assertTrue(asked.notes().toString().contains("those were read, too"), asked.notes()::toString);
  }

  /** The ring of chunks was gone through once more: what is left stands elsewhere as well. */
  @Test
  void whatIsLeftOverAndLivesElsewhereIsTheOneThatLives() throws IOException {
    byte[] one = evtx();
    byte[] two = Arrays.copyOf(one, one.length + CHUNK);
    System.arraycopy(one, FILE_HEADER, two, FILE_HEADER + CHUNK, CHUNK);
    ByteBuffer.wrap(two)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(FILE_HEADER + FREE, 512); // the first chunk has nothing but leftovers
    Files.write(folder.resolve("Security.evtx"), two);
    read(false);
    int live = rows.size();
    read(true);
    assertEquals(live, rows.size());
    assertEquals(0, recovered());
  }

  @Test
  void overwrittenRecordsOfARing() throws IOException {
    Path ring = FORMATS.resolve("evt/wrapped-ring/SecEvent.Evt");
    Files.copy(ring, folder.resolve("SecEvent.Evt"));
    read(false);
    int live = rows.size();
    LedgerEntry asked = read(true);
    assertEquals(live + 2, rows.size());
    assertEquals(2, recovered());
    assertTrue(asked.notes().toString().contains("they were read, too"), asked.notes()::toString);
  }
}
