package postmortem.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static postmortem.evidence.Evidences.bzip2;
import static postmortem.evidence.Evidences.contents;
import static postmortem.evidence.Evidences.find;
import static postmortem.evidence.Evidences.gzip;
import static postmortem.evidence.Evidences.members;
import static postmortem.evidence.Evidences.paths;
import static postmortem.evidence.Evidences.sha256;
import static postmortem.evidence.Evidences.tar;
import static postmortem.evidence.Evidences.utf8;
import static postmortem.evidence.Evidences.write;
import static postmortem.evidence.Evidences.xz;
import static postmortem.evidence.Evidences.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.output.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceTreeTest {

  @TempDir Path folder;

  @Test
  void findsFilesInTheOrderOfTheirPaths() throws IOException {
    write(folder, "b/z.log", utf8("3"));
    write(folder, "b.log", utf8("2"));
    write(folder, "a.log", utf8("1"));
    write(folder, "B.log", utf8("0"));
    assertEquals(
        List.of("B.log = 0", "a.log = 1", "b.log = 2", "b/z.log = 3"), contents(find(folder)));
  }

  @Test
  void readsEveryKindOfWrapperInPlace() throws IOException {
    write(folder, "1.log.gz", gzip(utf8("one")));
    write(folder, "2.log.bz2", bzip2(utf8("two")));
    write(folder, "3.log.xz", xz(utf8("three")));
    write(folder, "4.zip", zip(members("dir/a.log", "four", "b.log", "five")));
    write(folder, "5.tar", tar(members("dir/a.log", "six", "b.log", "seven")));
    write(folder, "6.tgz", gzip(tar(members("a.log", "eight"))));
    write(folder, "7", xz(tar(members("a.log.gz", gzip(utf8("nine"))))));
    write(folder, "8.zip", zip(members("in.zip", zip(members("a.tar", tar(members("x", "10")))))));
    assertEquals(
        List.of(
            "1.log.gz = one",
            "2.log.bz2 = two",
            "3.log.xz = three",
            "4.zip!b.log = five",
            "4.zip!dir/a.log = four",
            "5.tar!b.log = seven",
            "5.tar!dir/a.log = six",
            "6.tgz!a.log = eight",
            "7!a.log.gz = nine",
            "8.zip!in.zip!a.tar!x = 10"),
        contents(find(folder)));
  }

  @Test
  void namesTheArchiveThatHoldsAFile() throws IOException {
    write(folder, "a.zip", zip(members("in.tgz", gzip(tar(members("x.log", "1"))))));
    write(folder, "b.log.gz", gzip(utf8("2")));
    List<EvidenceFile> files = find(folder).files();
    assertEquals("a.zip!in.tgz", files.get(0).container());
    assertNull(files.get(1).container());
  }

  @Test
  void goesByContentAndNotByName() throws IOException {
    write(folder, "plain.gz", utf8("not compressed"));
    write(folder, "plain.zip", utf8("PK is no zip"));
    write(folder, "packed.log", gzip(utf8("compressed")));
    write(folder, "bzip.log", utf8("BZh9 is no bzip2"));
    assertEquals(
        List.of(
            "bzip.log = BZh9 is no bzip2",
            "packed.log = compressed",
            "plain.gz = not compressed",
            "plain.zip = PK is no zip"),
        contents(find(folder)));
  }

  @Test
  void readsGzipMembersThatFollowEachOther() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(gzip(utf8("one,")));
    bytes.write(gzip(utf8("")));
    bytes.write(gzip(utf8("two")));
    bytes.write(new byte[1000]); // as tapes leave it
    write(folder, "a.gz", bytes.toByteArray());
    assertEquals(List.of("a.gz = one,two"), contents(find(folder)));
  }

  @Test
  void filesGivenByNameHaveTheirOwnNames() throws IOException {
    Path file = write(folder, "deep/in/a.log", utf8("1"));
    assertEquals(List.of("a.log"), paths(find(file)));
  }

  @Test
  void equalPathsOfSeveralArgumentsAreToldApart() throws IOException {
    write(folder, "one/a.log", utf8("1"));
    write(folder, "two/a.log", utf8("2"));
    write(folder, "x/logs/a.log", utf8("3"));
    write(folder, "y/logs/a.log", utf8("4"));
    write(folder, "three/b.log", utf8("5"));
    Path one = folder.resolve("one");
    assertEquals(
        List.of("b.log", "one/a.log", "two/a.log"),
        paths(find(one, folder.resolve("two"), folder.resolve("three"))));
    assertEquals(
        List.of("2/a.log", "3/a.log", "one/a.log"),
        paths(find(one, folder.resolve("x/logs"), folder.resolve("y/logs"))));
    assertEquals(
        List.of("1/a.log", "2/a.log"),
        paths(find(folder.resolve("one/a.log"), folder.resolve("two/a.log"))));
    assertEquals(
        List.of("a.log", "two/a.log"),
        paths(find(folder.resolve("one/a.log"), folder.resolve("two"))));
    assertEquals(List.of("a.log"), paths(find(one, one, folder.resolve("two/../one"))));
  }

  @Test
  void turnsUtf16IntoUtf8() throws IOException {
    String text = "line one\r\nl\u00efne two \u65e5\u672c \ud83d\udce7\r\n";
    write(folder, "be", text.getBytes(StandardCharsets.UTF_16));
    write(folder, "le", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
    write(folder, "le-no-mark", text.getBytes(StandardCharsets.UTF_16LE));
    write(folder, "be-no-mark.gz", gzip(text.getBytes(StandardCharsets.UTF_16BE)));
    write(folder, "in.tar", tar(members("le", text.getBytes(StandardCharsets.UTF_16LE))));
    EvidenceTree<Samples> tree = find(folder);
    for (EvidenceFile file : tree.files()) {
      Encoding expected = file.path().contains("be") ? Encoding.UTF_16BE : Encoding.UTF_16LE;
      assertEquals(expected, file.encoding(), file.path());
      assertEquals(text, new String(Evidences.read(tree, file).bytes(), StandardCharsets.UTF_8));
      assertFalse(file.seekable());
      assertArrayEquals(utf8(text), tree.sampled(file).head());
    }
    // The hash is that of the file as it lies there, so that anybody can check it.
    byte[] raw = Files.readAllBytes(folder.resolve("le"));
    assertEquals(sha256(raw), Evidences.read(tree, tree.files().get(3)).sha256());
  }

  @Test
  void hashesWhatHadToBeDecodedAnyway() throws IOException {
    write(folder, "a.tgz", gzip(tar(members("x", "hello", "empty", ""))));
    write(folder, "plain", utf8("hello"));
    EvidenceTree<Samples> tree = find(folder);
    EvidenceFile member = tree.files().get(1);
    assertEquals(sha256(utf8("hello")), member.sha256());
    assertEquals(5, member.size());
    assertEquals(0, tree.files().get(0).size());
    assertEquals(Encoding.EMPTY, tree.files().get(0).encoding());
    EvidenceFile plain = tree.files().get(2);
    assertNull(plain.sha256());
    assertEquals(sha256(utf8("hello")), Evidences.read(tree, plain).sha256());
  }

  @Test
  void samplesHeadMiddleAndTailFromLineStarts() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      text.append("line ").append(i).append('\n');
    }
    write(folder, "a.log", utf8(text.toString()));
    write(folder, "b.log.gz", gzip(utf8(text.toString())));
    EvidenceTree<Samples> tree = find(folder);
    Samples samples = tree.sampled(tree.files().get(0));
    assertEquals(Samples.LENGTH, samples.head().length);
    assertTrue(new String(samples.middle(), StandardCharsets.UTF_8).startsWith("line 2"));
    assertTrue(new String(samples.tail(), StandardCharsets.UTF_8).endsWith("line 49999\n"));
    assertEquals('l', samples.tail()[0]);
    assertTrue(samples.middle().length > Samples.LENGTH - 20);
    Samples packed = tree.sampled(tree.files().get(1));
    assertArrayEquals(samples.head(), packed.head());
    assertEquals(0, packed.tail().length);
    assertEquals(-1, packed.size());
    assertArrayEquals(packed.head(), tree.samples(tree.files().get(1)).head());
  }

  @Test
  void opensPlainFilesAnywhere() throws IOException {
    write(folder, "a.log", utf8("0123456789"));
    EvidenceTree<Samples> tree = find(folder);
    EvidenceFile file = tree.files().get(0);
    assertTrue(file.seekable());
    String[][] cases = {{"0", "3", "012"}, {"4", "2", "45"}, {"8", "100", "89"}, {"10", "1", ""}};
    for (String[] c : cases) {
      try (InputStream in = tree.openAt(file, Long.parseLong(c[0]), Long.parseLong(c[1]))) {
        assertEquals(c[2], new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    write(folder, "b.gz", gzip(utf8("1")));
    EvidenceTree<Samples> both = find(folder);
    EvidenceFile packed = both.files().get(1);
    assertThrows(IllegalArgumentException.class, () -> both.openAt(packed, 0, 1));
  }

  @Test
  void bundlesVisitEveryReadableFileOnce() throws IOException {
    write(folder, "a.zip", zip(members("z", "1", "y.tar", tar(members("m", "2", "k", "3")))));
    write(folder, "b.tgz", gzip(tar(members("z", "4", "a", "5", "z", "6"))));
    write(folder, "c.log", utf8("7"));
    EvidenceTree<Samples> tree = find(folder);
    List<String> visited = new ArrayList<>();
    for (Bundle bundle : tree.bundles()) {
      tree.read(
          bundle,
          (file, in) -> {
            byte[] bytes = in.readAllBytes();
            visited.add(file.path() + " = " + new String(bytes, StandardCharsets.UTF_8));
            assertEquals(sha256(bytes), in.sha256());
          });
    }
    assertEquals(
        List.of(
            "a.zip!z = 1",
            "a.zip!y.tar!m = 2",
            "a.zip!y.tar!k = 3",
            "b.tgz!z = 6",
            "b.tgz!a = 5",
            "c.log = 7"),
        visited);
    assertEquals(3, tree.bundles().size());
  }

  @Test
  void visitorsMayLeaveMembersUnread() throws IOException {
    byte[] big = new byte[300_000];
    Arrays.fill(big, (byte) 'x');
    write(folder, "b.tgz", gzip(tar(members("1", big, "2", "two", "3", big, "4", "four"))));
    EvidenceTree<Samples> tree = find(folder);
    List<String> read = new ArrayList<>();
    tree.read(
        tree.bundles().get(0),
        (file, in) -> {
          if (file.size() < 10) {
            read.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        });
    assertEquals(List.of("two", "four"), read);
  }

  @Test
  void theSameHoweverTheTasksAreRun() throws IOException {
    for (int i = 0; i < 20; i++) {
      write(folder, i + ".tgz", gzip(tar(members("a", "x" + i, "b", "y" + i))));
    }
    List<String> expected = contents(find(folder));
    EvidenceTree<Samples> backwards =
        EvidenceTree.find(
            List.of(folder),
            Limits.DEFAULT,
            s -> s,
            tasks -> {
              List<Runnable> turned = new ArrayList<>(tasks);
              java.util.Collections.reverse(turned);
              turned.forEach(Runnable::run);
            });
    assertEquals(expected, contents(backwards));
  }
}
