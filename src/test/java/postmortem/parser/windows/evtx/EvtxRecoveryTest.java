package postmortem.parser.windows.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postmortem.event.Names;
import postmortem.parser.Fate;
import postmortem.parser.PieceInput;
import postmortem.parser.windows.Ignoring;

/** What was damaged, cut, hidden or left over in a file of two equal chunks. */
final class EvtxRecoveryTest {

  private static final int SECOND = 4096 + Chunk.SIZE;

  private final byte[] file = twoChunks();
  private final List<Integer> records = places(file);
  private Read whole = new Read(0, 0, List.of());

  /** What could be read of a file. */
  private record Read(int good, int rejected, List<String> notes) {}

  private static byte[] twoChunks() {
    byte[] one = SampleEvents.security();
    byte[] two = Arrays.copyOf(one, one.length + Chunk.SIZE);
    System.arraycopy(one, 4096, two, SECOND, Chunk.SIZE);
    return two;
  }

  /** Where the records of the first chunk begin. */
  private static List<Integer> places(byte[] file) {
    ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> places = new ArrayList<>();
    for (int at = 4096 + 512; b.getInt(at) == 0x2a2a; at += b.getInt(at + 4)) {
      places.add(at);
    }
    return places;
  }

  private static Read read(byte[] file) throws IOException {
    int good = 0;
    int rejected = 0;
    PieceInput piece = new PieceInput(new ByteArrayInputStream(file), 0, 1, 0, 0);
    try (EvtxReader reader = new EvtxReader(piece, false)) {
      Ignoring sink = new Ignoring(new Names());
      for (Fate fate = reader.next(sink); fate != Fate.END; fate = reader.next(sink)) {
        good += fate == Fate.REJECTED ? 0 : 1;
        rejected += fate == Fate.REJECTED ? 1 : 0;
      }
      return new Read(good, rejected, List.copyOf(reader.notes()));
    }
  }

  private int size(int record) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(records.get(record) + 4);
  }

  private void size(int record, int at, int size) {
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(records.get(record) + at, size);
  }

  private static void assertSaid(String words, Read read) {
    assertTrue(String.join(" ", read.notes()).contains(words), read.notes()::toString);
  }

  @BeforeEach
  void readWhole() throws IOException {
    whole = read(file);
    assertEquals(2 * records.size(), whole.good());
    assertEquals(List.of(), whole.notes());
  }

  @Test
  void aRecordThatAnotherHidesIsRead() throws IOException {
    int hidden = size(3);
    int both = size(2) + hidden;
    size(2, 4, both);
    size(3, hidden - 4, both);
    Read read = read(file);
    assertEquals(whole.good(), read.good());
    assertEquals(0, read.rejected());
    assertSaid("1 record was hidden inside", read);
    assertSaid("1 chunk does not match", read);
  }

  @Test
  void chunksBehindALostPartAreFound() throws IOException {
    byte[] cut = Arrays.copyOf(file, file.length - 1024);
    System.arraycopy(file, 4096 + 2048 + 1024, cut, 4096 + 2048, cut.length - 4096 - 2048);
    Read read = read(cut);
    assertTrue(read.good() >= records.size() + 3, read::toString);
    assertTrue(read.rejected() >= 1, read::toString);
  }

  @Test
  void aTemplateThatItsChunkHasLostIsTakenFromAnother() throws IOException {
    int lost = records.get(1) - 4096; // the first record defines the template of all
    Arrays.fill(file, SECOND + 512, SECOND + lost, (byte) 0);
    Read read = read(file);
    assertEquals(whole.good() - 1, read.good());
    assertEquals(1, read.rejected());
  }

  @Test
  void recordsBehindTheEndOfAChunkAreToldButNotCounted() throws IOException {
    int last = records.size() - 1;
    ByteBuffer.wrap(file)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(4096 + 48, records.get(last) - 4096);
    Read read = read(file);
    assertEquals(whole.good() - 1, read.good());
    assertSaid("1 record is left over", read);
  }

  @Test
  void aStaleHeaderIsNotBelieved() throws IOException {
    ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort(42, (short) 9).putInt(120, 1);
    Read read = read(file);
    assertEquals(whole.good(), read.good());
    assertSaid("was in use", read);
    assertSaid("header of the file does not match", read);
    Arrays.fill(file, 0, 4096, (byte) 0);
    read = read(file);
    assertEquals(whole.good(), read.good());
    assertSaid("has no header", read);
  }
}
