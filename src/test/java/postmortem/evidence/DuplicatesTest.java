package postmortem.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static postmortem.evidence.Evidences.gzip;
import static postmortem.evidence.Evidences.members;
import static postmortem.evidence.Evidences.tar;
import static postmortem.evidence.Evidences.utf8;
import static postmortem.evidence.Evidences.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {

  @TempDir private Path folder;

  private Map<String, String> find() {
    EvidenceTree<Samples> tree = Evidences.find(folder);
    Map<String, String> names = new TreeMap<>();
    Duplicates.find(
            tree, file -> !file.path().endsWith(".no"), tasks -> tasks.forEach(Runnable::run))
        .forEach(
            (held, by) -> names.put(tree.files().get(held).path(), tree.files().get(by).path()));
    return names;
  }

  private static String lines(String what, int from, int to) {
    StringBuilder text = new StringBuilder("#Software: something that all logs begin with\r\n");
    for (int i = from; i < to; i++) {
      text.append(what).append(" line ").append(i).append("\r\n");
    }
    return text.toString();
  }

  @Test
  void equalFilesAreHeldByTheFirst() throws IOException {
    byte[] log = utf8(lines("a", 0, 9_000));
    write(folder, "b.log", log);
    write(folder, "a.log.gz", gzip(log));
    write(folder, "c.tar", tar(members("x/copy.log", log, "x/other.log", utf8(lines("b", 0, 9)))));

    assertEquals(Map.of("b.log", "a.log.gz", "c.tar!x/copy.log", "a.log.gz"), find());
  }

  @Test
  void anEarlierCopyIsHeldByTheOneThatHasGrown() throws IOException {
    write(folder, "a.log", utf8(lines("a", 0, 100)));
    write(folder, "b.log.gz", gzip(utf8(lines("a", 0, 20_000))));
    write(folder, "c.log", utf8(lines("a", 0, 15_000)));
    write(folder, "d.log", utf8(lines("a", 0, 100) + "and then another end"));

    assertEquals(Map.of("a.log", "b.log.gz", "c.log", "b.log.gz"), find());
  }

  @Test
  void filesOfOneHeaderAreNotAlike() throws IOException {
    write(folder, "header.log", utf8(lines("a", 0, 0)));
    write(folder, "a.log", utf8(lines("a", 0, 5_000)));
    write(folder, "b.log", utf8(lines("b", 0, 5_000)));
    write(folder, "empty.log", utf8(""));
    write(folder, "empty2.log", utf8(""));

    assertEquals(Map.of("header.log", "a.log"), find());
  }

  @Test
  void theTextCountsAndNotItsEncoding() throws IOException {
    String log = lines("a", 0, 3_000);
    write(folder, "a.log", utf8(log));
    write(folder, "b.log", log.getBytes(StandardCharsets.UTF_16));

    assertEquals(Map.of("b.log", "a.log"), find());
  }

  @Test
  void onlyWhatIsWantedIsCompared() throws IOException {
    write(folder, "a.no", utf8(lines("a", 0, 300)));
    write(folder, "b.no", utf8(lines("a", 0, 300)));
    write(folder, "c.log", utf8(lines("a", 0, 300)));

    assertEquals(Map.of(), find());
  }

  /** Random beginnings of a few texts: whatever is held is a beginning, and nothing is missed. */
  @RepeatedTest(20)
  void heldMeansBeginning(RepetitionInfo info) throws IOException {
    Random random = new Random(info.getCurrentRepetition());
    List<byte[]> texts = List.of(utf8(lines("a", 0, 9_000)), utf8(lines("b", 0, 200)));
    Map<String, byte[]> contents = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      byte[] text = texts.get(random.nextInt(2));
      int length = 16 + random.nextInt(random.nextBoolean() ? text.length - 16 : 400);
      String name = "f" + i + ".log";
      contents.put(name, Arrays.copyOf(text, length));
      write(folder, name, contents.getOrDefault(name, new byte[0]));
    }
    Map<String, String> found = find();

    for (Map.Entry<String, byte[]> e : contents.entrySet()) {
      List<String> holders =
          contents.entrySet().stream()
              .filter(o -> holds(o.getKey(), o.getValue(), e.getKey(), e.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      String by = found.get(e.getKey());
      assertEquals(holders.isEmpty(), by == null, e.getKey());
      if (by != null) {
        assertEquals(Collections.singletonList(by), holders.stream().filter(by::equals).toList());
        assertEquals(null, found.get(by), "a holder is held by none");
      }
    }
  }

  private static boolean holds(String name, byte[] all, String part, byte[] beginning) {
    if (all.length == beginning.length) {
      return Arrays.equals(all, beginning) && name.compareTo(part) < 0;
    }
    return all.length > beginning.length
        && Arrays.equals(all, 0, beginning.length, beginning, 0, beginning.length);
  }
}
