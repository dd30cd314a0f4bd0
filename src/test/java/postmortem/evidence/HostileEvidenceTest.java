package postmortem.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static postmortem.evidence.Evidences.bzip2;
import static postmortem.evidence.Evidences.contents;
import static postmortem.evidence.Evidences.find;
import static postmortem.evidence.Evidences.gzip;
import static postmortem.evidence.Evidences.members;
import static postmortem.evidence.Evidences.tar;
import static postmortem.evidence.Evidences.utf8;
import static postmortem.evidence.Evidences.write;
import static postmortem.evidence.Evidences.xz;
import static postmortem.evidence.Evidences.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence that is damaged, or made to do damage. */
final class HostileEvidenceTest {

  @TempDir Path folder;

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  private Evidences.Read readOnly(String name, byte[] content) throws IOException {
    write(folder, name, content);
    EvidenceTree<Samples> tree = find(folder);
    assertEquals(1, tree.files().size(), contents(tree).toString());
    return Evidences.read(tree, tree.files().get(0));
  }

  private void check(Evidences.Read read, byte[] whole, int least, String message) {
    byte[] got = read.bytes();
    assertTrue(got.length >= least, got.length + " bytes");
    assertArrayEquals(Arrays.copyOf(whole, got.length), got);
    assertNotNull(read.failure(), "no failure");
    assertEquals(message.formatted(got.length), read.failure().getMessage());
    assertEquals(got.length, read.failure().offset());
    assertNull(read.sha256());
  }

  @Test
  void givesAllBytesOfAGzipThatEndsEarly() throws IOException {
    byte[] whole = noise(300_000);
    byte[] packed = gzip(whole);
    check(
        readOnly("a.gz", cut(packed, packed.length - 20)),
        whole,
        299_000,
        "gzip stream ends early after %d bytes");
  }

  @Test
  void givesAllBytesOfAGzipThatEndsInItsTrailer() throws IOException {
    byte[] whole = noise(300_000);
    byte[] packed = gzip(whole);
    Evidences.Read read = readOnly("a.gz", cut(packed, packed.length - 3));
    check(read, whole, 300_000, "gzip stream ends early after %d bytes");
  }

  @Test
  void saysThatTheChecksumOfAGzipIsWrong() throws IOException {
    byte[] whole = noise(300_000);
    byte[] packed = gzip(whole);
    packed[packed.length - 6] ^= 1;
    Evidences.Read read = readOnly("a.gz", packed);
    check(read, whole, 300_000, "gzip stream has a wrong checksum after %d bytes");
  }

  @Test
  void saysThatSomethingElseFollowsAGzip() throws IOException {
    byte[] whole = noise(300_000);
    byte[] packed = gzip(whole);
    byte[] both = Arrays.copyOf(packed, packed.length + 100);
    both[packed.length + 50] = 'x';
    Evidences.Read read = readOnly("a.gz", both);
    check(read, whole, 300_000, "gzip stream is followed by something else after %d bytes");
  }

  @Test
  void saysThatCompressedDataIsDamaged() throws IOException {
    byte[] whole = new byte[3_000_000];
    Random random = new Random(3);
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (byte) ('a' + random.nextInt(20));
    }
    byte[] gz = gzip(whole);
    Arrays.fill(gz, gz.length / 2, gz.length / 2 + 100, (byte) 0xff);
    checkDamage(
        readOnly("a", gz), whole, 1_400_000, "gzip stream has a wrong checksum after %d bytes");
    byte[] bz = bzip2(whole);
    Arrays.fill(bz, bz.length / 2, bz.length / 2 + 100, (byte) 0xff);
    checkDamage(readOnly("a", bz), whole, 899_000, "bzip2 stream is damaged after %d bytes");
    byte[] x = xz(whole);
    x[x.length / 2] ^= 0x55;
    checkDamage(readOnly("a", x), whole, 1_400_000, "xz stream is damaged after %d bytes");
  }

  /** A decoder may find out some bytes behind the damage. */
  private void checkDamage(Evidences.Read read, byte[] whole, int least, String message) {
    assertTrue(read.bytes().length >= least, read.bytes().length + " bytes");
    assertArrayEquals(cut(whole, least), cut(read.bytes(), least));
    assertEquals(message.formatted(read.bytes().length), read.failure().getMessage());
  }

  @Test
  void givesAllBytesOfOtherFilesThatEndEarly() throws IOException {
    byte[] whole = noise(3_000_000);
    byte[] bz = cut(bzip2(whole), 2_000_000);
    check(readOnly("a", bz), whole, 1_700_000, "bzip2 stream ends early after %d bytes");
    byte[] x = cut(xz(whole), 2_000_000);
    check(readOnly("a", x), whole, 1_900_000, "xz stream ends early after %d bytes");
  }

  @Test
  void aGzipOfNothingButAHeaderCannotBeRead() throws IOException {
    write(folder, "a.gz", cut(gzip(utf8("x")), 10));
    assertEquals(List.of("a.gz = (gzip stream ends early after 0 bytes)"), contents(find(folder)));
  }

  @Test
  void readsTheMembersBeforeTheEndOfACutArchive() throws IOException {
    byte[] noise = noise(100_000);
    byte[] packed = gzip(tar(members("1", "one", "2", noise, "3", "three")));
    write(folder, "a.tgz", cut(packed, packed.length / 2));
    EvidenceTree<Samples> tree = find(folder);
    List<EvidenceFile> files = tree.files();
    assertEquals(List.of("a.tgz", "a.tgz!1", "a.tgz!2"), Evidences.paths(tree));
    String problem = files.get(0).problem();
    assertTrue(problem.startsWith("gzip stream ends early after"), problem);
    assertEquals("one", Evidences.read(tree, files.get(1)).text());
    Evidences.Read second = Evidences.read(tree, files.get(2));
    assertTrue(second.bytes().length > 40_000);
    assertArrayEquals(cut(noise, second.bytes().length), second.bytes());
    assertEquals(problem, second.failure().getMessage());
    assertEquals(second.bytes().length, second.failure().offset());
    assertNull(files.get(2).sha256());
  }

  @Test
  void saysThatATarWasCutBetweenItsMembers() throws IOException {
    byte[] whole = tar(members("1", "one", "2", "two"));
    write(folder, "a.tar", cut(whole, 1024));
    assertEquals(
        List.of("a.tar = (tar archive has no end mark: it may have been cut off)", "a.tar!1 = one"),
        contents(find(folder)));
  }

  @Test
  void saysThatSomethingFollowsATar() throws IOException {
    byte[] one = tar(members("1", "one"));
    byte[] both = Arrays.copyOf(one, one.length + 600);
    both[one.length + 550] = 1;
    write(folder, "a.tar", both);
    assertEquals(
        List.of("a.tar = (what follows the end of the tar archive is unread)", "a.tar!1 = one"),
        contents(find(folder)));
  }

  @Test
  void stopsAtADamagedHeaderOfATar() throws IOException {
    byte[] whole = tar(members("1", "one", "2", "two"));
    whole[1024 + 5] ^= 0x40;
    write(folder, "a.tar", whole);
    assertEquals(
        List.of("a.tar = (tar archive has a damaged header)", "a.tar!1 = one"),
        contents(find(folder)));
  }

  @Test
  void readsAZipWithoutItsDirectoryFromTheFront() throws IOException {
    byte[] noise = noise(10_000);
    byte[] whole = zip(members("1", "one", "2", noise, "3", "three"));
    write(folder, "a.zip", cut(whole, whole.length - 60));
    EvidenceTree<Samples> tree = find(folder);
    assertEquals(List.of("a.zip", "a.zip!1", "a.zip!2", "a.zip!3"), Evidences.paths(tree));
    assertEquals("archive ends early after 3 members", tree.files().get(0).problem());
    assertArrayEquals(noise, Evidences.read(tree, tree.files().get(2)).bytes());
  }

  @Test
  void aZipThatWasCutInsideANestedOneIsNamed() throws IOException {
    byte[] inner = zip(members("1", "one", "2", noise(10_000), "3", "three"));
    write(folder, "a.tar", tar(members("in.zip", cut(inner, 5_000), "next", "here")));
    EvidenceTree<Samples> tree = find(folder);
    assertEquals(
        List.of("a.tar!in.zip", "a.tar!in.zip!1", "a.tar!in.zip!2", "a.tar!next"),
        Evidences.paths(tree));
    assertEquals("here", Evidences.read(tree, tree.files().get(3)).text());
    assertEquals(
        "zip member ends early after 0 bytes",
        tree.files().get(0).problem().replaceAll("after [0-9]+", "after 0"));
  }

  @Test
  void saysThatTheChecksumOfAZipMemberIsWrong() throws IOException {
    byte[] whole = zip(members("1", "the text", "2", "two"));
    int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    whole[directory + 16] ^= 1;
    write(folder, "a.zip", whole);
    assertEquals(
        List.of(
            "a.zip!1 = the text(zip member has a wrong checksum after 8 bytes)", "a.zip!2 = two"),
        contents(find(folder)));
  }

  @Test
  void namesWhatCannotBeUnpacked() throws IOException {
    byte[] strange = zip(members("1", "one"));
    String text = new String(strange, StandardCharsets.ISO_8859_1);
    int directory = text.indexOf("PK\1\2");
    strange[8] = 14; // LZMA
    strange[directory + 10] = 14;
    write(folder, "a.zip", strange);
    write(folder, "b.7z", new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4});
    write(folder, "c.zst", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0});
    assertEquals(
        List.of(
            "a.zip!1 = (is compressed by LZMA, which cannot be read here)",
            "b.7z = (is a 7z archive, which cannot be read here: unpack it first)",
            "c.zst = (is compressed by zstd, which cannot be read here: unpack it first)"),
        contents(find(folder)));
  }

  @Test
  void readsFilesMadeByTheRealTools() {
    Path real = Path.of("testdata/hostile/archives");
    assertEquals(
        List.of(
            "encrypted.zip!secret.log = (is encrypted)",
            "no-name.zip!- = from a pipe\n",
            "old.tar!dir/one.log = one\n",
            "old.tar!link = (holds no data: it is a symbolic link)",
            "sparse.tar!holes = " + "\0".repeat(40_000) + "end\n",
            "two-members.log = first\nsecond\n"),
        contents(find(real)));
  }

  @Test
  void keepsNamesThatTryToLeaveOrToDisguiseThemselves() throws IOException {
    write(
        folder,
        "a.tar",
        tar(members("../../etc/passwd", "1", "/root/x", "2", "a\u001b[31m\nb\u202e", "3")));
    write(folder, "b.zip", zip(members("../up", "4", "d\\e", "5", "\u65e5\u672c.log", "6")));
    assertEquals(
        List.of(
            "a.tar!../../etc/passwd = 1",
            "a.tar!/root/x = 2",
            "a.tar!a\u001b[31m\nb\u202e = 3",
            "b.zip!../up = 4",
            "b.zip!d/e = 5",
            "b.zip!\u65e5\u672c.log = 6"),
        contents(find(folder)));
    assertEquals(List.of("a.tar", "b.zip"), names(folder));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var children = Files.list(folder)) {
      return children.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void readsAHundredThousandMembers() throws IOException {
    byte[] bytes = gzip(tar(100_000, i -> "dir/" + i + ".log", i -> utf8("line " + i + "\n")));
    write(folder, "a.tgz", bytes);
    EvidenceTree<Integer> tree =
        EvidenceTree.find(List.of(folder), Limits.DEFAULT, samples -> samples.head().length);
    assertEquals(100_000, tree.files().size());
    assertEquals(1, tree.bundles().size());
    long[] count = new long[2];
    tree.read(
        tree.bundles().get(0),
        (file, in) -> {
          count[0]++;
          count[1] += in.readAllBytes().length;
        });
    assertEquals(100_000, count[0]);
    assertEquals(6 * 100_000L + 488_890, count[1]);
  }

  @Test
  void followsNoLinkThatLeadsOutOrAround() throws IOException {
    Path evidence = folder.resolve("evidence");
    write(evidence, "dir/a.log", utf8("1"));
    write(folder, "outside/secret", utf8("2"));
    Files.createSymbolicLink(evidence.resolve("dir/loop"), evidence);
    Files.createSymbolicLink(evidence.resolve("self"), evidence.resolve("self"));
    Files.createSymbolicLink(evidence.resolve("out"), folder.resolve("outside"));
    Files.createSymbolicLink(evidence.resolve("out.log"), folder.resolve("outside/secret"));
    Files.createSymbolicLink(evidence.resolve("current.log"), Path.of("dir/a.log"));
    Files.createSymbolicLink(evidence.resolve("gone"), Path.of("nowhere"));
    String out = " = (is a link that leads out of the folder: not followed)";
    assertEquals(
        List.of(
            "current.log = 1",
            "dir/a.log = 1",
            "dir/loop = (is a link to a folder that is read under its own name)",
            "gone = (is a link that leads nowhere)",
            "out" + out,
            "out.log" + out,
            "self = (is a link that leads nowhere)"),
        contents(find(evidence)));
  }

  @Test
  void saysThatAnArgumentIsNotThere() {
    assertEquals(
        List.of("gone = (cannot be opened: there is no such file)"),
        contents(find(folder.resolve("gone"))));
  }

  @Test
  void namesEmptyFilesAndArchives() throws IOException {
    write(folder, "empty", new byte[0]);
    write(folder, "empty.gz", gzip(new byte[0]));
    write(folder, "empty.zip", zip(members()));
    write(folder, "none.tar", tar(members("dir/", "")));
    write(folder, "only.bin", noise(5000));
    EvidenceTree<Samples> tree = find(folder);
    List<String> lines = contents(tree);
    assertEquals(
        List.of(
            "empty = ",
            "empty.gz = ",
            "empty.zip = (is an archive without any file in it)",
            "none.tar = (is an archive without any file in it)"),
        lines.subList(0, 4));
    assertEquals(Encoding.EMPTY, tree.files().get(0).encoding());
    assertEquals(0, tree.files().get(1).size());
    assertEquals(Encoding.BINARY, tree.files().get(4).encoding());
  }

  @Test
  void saysThatAFileGrewOrShrankWhileItWasRead() throws IOException {
    Path file = write(folder, "a.log", utf8("0123456789"));
    EvidenceTree<Samples> tree = find(folder);
    Files.writeString(file, "0123456789more");
    assertEquals(
        List.of("a.log = 0123456789(file changed while it was read: it had 10 bytes, now 14)"),
        contents(tree));
    Files.writeString(file, "0123");
    assertEquals(
        List.of("a.log = 0123(file changed while it was read: it had 10 bytes, now 4)"),
        contents(tree));
    Files.delete(file);
    assertEquals(List.of("a.log = (cannot be opened: there is no such file)"), contents(tree));
  }

  @Test
  void visitsEachMemberEvenIfTheArchiveChanged() throws IOException {
    Path file = write(folder, "a.tar", tar(members("1", "one", "2", "two")));
    Path zip = write(folder, "b.zip", zip(members("1", "one", "2", "two")));
    EvidenceTree<Samples> tree = find(folder);
    Files.write(file, tar(members("1", "one", "other", "x")));
    Files.write(zip, utf8("gone"));
    StringBuilder told = new StringBuilder();
    for (Bundle bundle : tree.bundles()) {
      tree.read(
          bundle,
          (member, in) -> {
            Evidences.Read read = Evidences.read(in);
            String end = read.failure() == null ? "" : "(" + read.failure().getMessage() + ")";
            told.append(read.text()).append(end).append('\n');
          });
    }
    String changed = "(is no longer what it was when it was found)\n";
    String gone = "(file changed while it was read: it had 220 bytes, now 4)\n";
    assertEquals("one\n" + changed + gone + gone, told.toString());
  }
}
