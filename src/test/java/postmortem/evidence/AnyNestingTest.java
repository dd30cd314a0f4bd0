package postmortem.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** The law of reading: whatever files are wrapped in, they come out as they went in. */
final class AnyNestingTest {

  private static final int ROUNDS = 30;
  private static final int SIZE = 200_000;

  @TempDir Path folder;

  private final Map<String, byte[]> leaves = new TreeMap<>();
  private Random random = new Random(0);

  /** The seed is the number of the round: run one again by setting it here. */
  private void seed(RepetitionInfo round) {
    random = new Random(round.getCurrentRepetition());
  }

  @RepeatedTest(ROUNDS)
  void comesOutAsItWentIn(RepetitionInfo round) throws IOException {
    seed(round);
    for (int i = 0; i < 4; i++) {
      Evidences.write(folder, "f" + i, wrapped("f" + i, 3));
    }
    EvidenceTree<Samples> tree = Evidences.find(folder);
    assertEquals(leaves.keySet().stream().toList(), Evidences.paths(tree));
    Map<String, String> hashes = new HashMap<>();
    for (Bundle bundle : tree.bundles()) {
      tree.read(bundle, (file, in) -> check(hashes, file, Evidences.read(in)));
    }
    assertEquals(leaves.size(), hashes.size());
    for (EvidenceFile file : tree.files()) {
      check(hashes, file, Evidences.read(tree, file));
      byte[] head = leaves.get(file.path());
      int length = Math.min(head.length, Samples.LENGTH);
      assertArrayEquals(java.util.Arrays.copyOf(head, length), tree.sampled(file).head());
    }
  }

  private void check(Map<String, String> hashes, EvidenceFile file, Evidences.Read read) {
    assertNull(read.failure());
    assertArrayEquals(leaves.get(file.path()), read.bytes());
    assertEquals(Evidences.sha256(read.bytes()), read.sha256());
    String other = hashes.put(file.path(), read.sha256());
    assertTrue(other == null || other.equals(read.sha256()));
  }

  /** A cut or changed file gives what is before the damage, or a failure, and never nonsense. */
  @RepeatedTest(ROUNDS)
  void survivesDamage(RepetitionInfo round) throws IOException {
    seed(round);
    byte[] whole = wrapped("f", 3);
    int cut = 1 + random.nextInt(whole.length);
    byte[] damaged = random.nextBoolean() ? java.util.Arrays.copyOf(whole, cut) : whole.clone();
    for (int i = random.nextInt(4); i > 0; i--) {
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    }
    Evidences.write(folder, "f", damaged);
    EvidenceTree<Samples> tree = Evidences.find(folder);
    for (EvidenceFile file : tree.files()) {
      if (file.problem() == null) {
        Evidences.Read read = Evidences.read(tree, file);
        assertTrue(read.failure() != null || read.sha256() != null);
        assertOneLine(read.failure() == null ? "fine" : read.failure().getMessage());
      } else {
        assertOneLine(file.problem());
      }
    }
  }

  private static void assertOneLine(String message) {
    assertNotNull(message);
    assertTrue(message.length() < 100 && message.indexOf('\n') < 0, message);
  }

  /** Wraps a few random files, and notes under which paths they must come out. */
  private byte[] wrapped(String path, int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(7)) {
      case 1, 2 -> {
        Map<String, byte[]> members = members(path, depth);
        yield random.nextBoolean() ? Evidences.tar(members) : Evidences.zip(members);
      }
      case 3 -> Evidences.gzip(Evidences.tar(members(path, depth)));
      case 4 -> Evidences.gzip(leaf(path));
      case 5 -> Evidences.bzip2(leaf(path));
      case 6 -> Evidences.xz(Evidences.zip(members(path, depth)));
      default -> leaf(path);
    };
  }

  private Map<String, byte[]> members(String path, int depth) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String name = (random.nextBoolean() ? "dir/" : "") + (9 - i) + ".log";
      members.put(name, wrapped(path + "!" + name, depth - 1));
    }
    return members;
  }

  private byte[] leaf(String path) {
    byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(SIZE)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (bytes[i] % 30 == 0 ? '\n' : 'a' + Math.floorMod(bytes[i], 26));
      }
    }
    if (bytes.length > 0) {
      bytes[0] = '#'; // like no magic number
    }
    leaves.put(path, bytes);
    return bytes;
  }
}
