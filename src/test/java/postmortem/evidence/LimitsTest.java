package postmortem.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static postmortem.evidence.Evidences.bzip2;
import static postmortem.evidence.Evidences.contents;
import static postmortem.evidence.Evidences.find;
import static postmortem.evidence.Evidences.gzip;
import static postmortem.evidence.Evidences.members;
import static postmortem.evidence.Evidences.paths;
import static postmortem.evidence.Evidences.tar;
import static postmortem.evidence.Evidences.utf8;
import static postmortem.evidence.Evidences.write;
import static postmortem.evidence.Evidences.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each limit: just kept, and just passed. */
final class LimitsTest {

  @TempDir Path folder;

  private static Limits nesting(int n) {
    Limits d = Limits.DEFAULT;
    return with(n, d.expansion(), d.expandedBytes(), d.members(), d.zipDirectory());
  }

  private static Limits expansion(int n) {
    Limits d = Limits.DEFAULT;
    return with(d.nesting(), n, d.expandedBytes(), d.members(), d.zipDirectory());
  }

  private static Limits expandedBytes(long n) {
    Limits d = Limits.DEFAULT;
    return with(d.nesting(), d.expansion(), n, d.members(), d.zipDirectory());
  }

  private static Limits memberCount(int n) {
    Limits d = Limits.DEFAULT;
    return with(d.nesting(), d.expansion(), d.expandedBytes(), n, d.zipDirectory());
  }

  private static Limits zipDirectory(int n) {
    Limits d = Limits.DEFAULT;
    return with(d.nesting(), d.expansion(), d.expandedBytes(), d.members(), n);
  }

  private static Limits with(int nesting, int expansion, long expanded, int members, int zip) {
    Limits d = Limits.DEFAULT;
    return new Limits(
        nesting,
        expansion,
        expanded,
        members,
        d.memberName(),
        d.archiveHeader(),
        zip,
        d.decoderMemory(),
        d.folders(),
        d.line());
  }

  @Test
  void nesting() throws IOException {
    byte[] content = gzip(utf8("deep"));
    for (int i = 1; i <= 6; i++) {
      content =
          i % 2 == 0 ? zip(members("in" + i, content)) : gzip(tar(members("in" + i, content)));
    }
    write(folder, "a", content);
    String outer = "a!in6!in5!in4!in3!in2";
    assertEquals(List.of(outer + " = (is nested in more than 5 archives)"), contents(find(folder)));
    assertEquals(List.of(outer + "!in1 = deep"), contents(find(nesting(6), folder)));
  }

  @Test
  void nestingOfCompressors() throws IOException {
    byte[] content = utf8("deep");
    for (int i = 0; i < 6; i++) {
      content = gzip(content);
    }
    write(folder, "five.gz", content);
    write(folder, "six.gz", gzip(content));
    assertEquals(
        List.of("five.gz = deep", "six.gz = (is nested in more than 5 archives)"),
        contents(find(folder)));
  }

  @Test
  void expansion() throws IOException {
    byte[] bomb = bzip2(new byte[10_000_000]);
    write(folder, "bomb.bz2", bomb);
    write(folder, "harmless.bz2", bzip2(new byte[1 << 20]));
    EvidenceTree<Samples> tree = find(folder);
    Evidences.Read read = Evidences.read(tree, tree.files().get(0));
    String message = "stopped: expands more than 1000 times (zip bomb?)";
    assertEquals(message, read.failure().getMessage());
    assertTrue(read.bytes().length > 1 << 20 && read.bytes().length < 1_200_000);
    Evidences.Read small = Evidences.read(tree, tree.files().get(1));
    assertEquals(1 << 20, small.bytes().length);
    assertNull(small.failure());
    EvidenceTree<Samples> lenient = find(expansion(1_000_000), folder);
    assertEquals(10_000_000, Evidences.read(lenient, lenient.files().get(0)).bytes().length);
  }

  @Test
  void expansionOfNestedArchivesIsHeldAgainstTheDisk() throws IOException {
    // Each layer alone stays under the limit of 1000.
    byte[] inner = zip(members("zeros", new byte[20_000_000]));
    byte[] noise = new byte[inner.length / 10];
    new Random(1).nextBytes(noise);
    write(folder, "a.zip", zip(members("in.zip", inner, "noise", noise)));
    EvidenceTree<Samples> tree = find(folder);
    assertTrue(contents(tree).get(0).contains("stopped: expands more than 1000 times"));
  }

  @Test
  void expandedBytes() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    byte[] tar = tar(members("1", noise, "2", noise, "3", noise));
    write(folder, "a.tgz", gzip(tar));
    write(folder, "b.zip", zip(members("1", noise, "2", noise, "3", noise)));
    String stopped = "stopped: expands to more than 250000 bytes";
    EvidenceTree<Samples> tree = find(expandedBytes(250_000), folder);
    assertEquals(
        List.of("a.tgz", "a.tgz!1", "a.tgz!2", "a.tgz!3", "b.zip!1", "b.zip!2", "b.zip!3"),
        paths(tree));
    assertEquals(stopped, tree.files().get(0).problem());
    assertEquals(100_000, Evidences.read(tree, tree.files().get(2)).bytes().length);
    assertEquals(stopped, Evidences.read(tree, tree.files().get(3)).failure().getMessage());
    assertEquals(stopped, tree.files().get(6).problem());
    assertNull(tree.files().get(5).problem());
    assertTrue(
        find(expandedBytes(tar.length), folder).files().stream()
            .allMatch(f -> f.problem() == null));
  }

  @Test
  void membersOfAnArchive() throws IOException {
    write(folder, "a.tar", tar(members("1", "one", "2", "two", "3", "three")));
    write(folder, "b.zip", zip(members("1", "one", "2", "two", "3", "three")));
    assertEquals(
        List.of(
            "a.tar = (stopped after 2 members)",
            "a.tar!1 = one",
            "a.tar!2 = two",
            "b.zip = (stopped after 2 members)",
            "b.zip!1 = one",
            "b.zip!2 = two"),
        contents(find(memberCount(2), folder)));
    assertEquals(6, find(memberCount(3), folder).files().size());
  }

  @Test
  void memberName() throws IOException {
    write(folder, "a.tar", tar(members("\ud83d\udce7".repeat(4200), "1")));
    assertEquals(List.of("a.tar!" + "\ud83d\udce7".repeat(4096)), paths(find(folder)));
  }

  @Test
  void archiveHeader() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry name = new TarArchiveEntry("name", TarConstants.LF_GNUTYPE_LONGNAME);
      name.setSize(2_000_000);
      out.putArchiveEntry(name);
      out.write(new byte[2_000_000]);
      out.closeArchiveEntry();
    }
    write(folder, "a.tar", bytes.toByteArray());
    assertEquals(
        List.of("a.tar = (archive has a header of more than 262144 bytes)"),
        contents(find(folder)));
  }

  @Test
  void zipDirectory() throws IOException {
    write(folder, "a.zip", zip(members("b", "1", "a", "2", "c", new byte[0])));
    List<String> expected = List.of("a.zip!a = 2", "a.zip!b = 1", "a.zip!c = ");
    assertEquals(expected, contents(find(folder)));
    // Not held in memory, but read from front to back: then the hashes are known.
    EvidenceTree<Samples> tree = find(zipDirectory(100), folder);
    assertEquals(expected, contents(tree));
    assertEquals(Evidences.sha256(utf8("2")), tree.files().get(0).sha256());
  }

  @Test
  void decoderMemory() throws IOException {
    write(folder, "a.xz", withDictionary(30)); // 128 MiB
    write(folder, "b.xz", withDictionary(28)); // 64 MiB, as xz -9 has it
    assertEquals(
        List.of("a.xz = (xz stream needs 128 MiB to be decoded)", "b.xz = text"),
        contents(find(folder)));
  }

  /** Says in the header of a small file that it needs more (The .xz File Format, 5.3.1). */
  private static byte[] withDictionary(int code) {
    byte[] bytes = Evidences.xz(utf8("text"));
    bytes[16] = (byte) code;
    CRC32 crc = new CRC32();
    crc.update(bytes, 12, 8);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(20, (int) crc.getValue());
    return bytes;
  }

  @Test
  void folders() throws IOException {
    write(folder, "d/".repeat(63) + "a.log", utf8("1"));
    write(folder, "e/".repeat(64) + "a.log", utf8("1"));
    List<String> lines = contents(find(folder));
    assertEquals("d/".repeat(63) + "a.log = 1", lines.get(0));
    String deepest = "e/".repeat(64);
    assertEquals(deepest.substring(0, 127) + " = (lies in more than 64 folders)", lines.get(1));
  }

  @Test
  void senselessLimitsAreRefused() {
    List<Runnable> senseless = new ArrayList<>();
    senseless.add(() -> nesting(0));
    senseless.add(() -> expansion(0));
    senseless.add(() -> expandedBytes(0));
    senseless.add(() -> memberCount(0));
    senseless.add(() -> zipDirectory(-1));
    senseless.forEach(s -> assertThrows(IllegalArgumentException.class, s::run));
  }
}
