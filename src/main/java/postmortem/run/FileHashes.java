package postmortem.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.evidence.HashingStream;

/** The hashes of all files, a known log or not: most are by the way, the rest are read for it. */
final class FileHashes {

  private static final int SCRATCH = 1 << 18;

  private final Map<Integer, String> hashes = new ConcurrentHashMap<>();
  private final Map<Integer, Long> sizes = new ConcurrentHashMap<>();
  private final Map<Integer, String> failures = new ConcurrentHashMap<>();

  /**
   * Notes a hash that was found by the way.
   *
   * @param sha256 null where the file was not read to its end
   */
  void put(EvidenceFile file, @Nullable String sha256) {
    if (sha256 != null) {
      hashes.put(file.id(), sha256);
    }
  }

  /** Reads the files that nobody has read. */
  void findRest(EvidenceTree<?> tree, Set<Integer> read, int threads) {
    List<Runnable> tasks = new ArrayList<>();
    for (EvidenceFile file : tree.files()) {
      String known = file.sha256();
      if (known != null) {
        put(file, known);
        sizes.put(file.id(), Math.max(0, file.size()));
      } else if (file.problem() == null && !read.contains(file.id())) {
        tasks.add(() -> find(tree, file));
      }
    }
    Threads.runAll(tasks, threads);
  }

  private void find(EvidenceTree<?> tree, EvidenceFile file) {
    try (HashingStream in = tree.openHashing(file)) {
      byte[] scratch = new byte[SCRATCH];
      while (in.read(scratch, 0, SCRATCH) >= 0) {
        sizes.put(file.id(), in.count());
      }
      put(file, in.sha256());
    } catch (IOException e) {
      failures.put(file.id(), String.valueOf(e.getMessage()));
    }
  }

  /** SHA-256 in hex; null where the file could not be read to its end. */
  @Nullable String sha256(EvidenceFile file) {
    return hashes.get(file.id());
  }

  /** The size of a file that was read for its hash alone; 0 for others. */
  long size(EvidenceFile file) {
    return sizes.getOrDefault(file.id(), 0L);
  }

  /** Why a file that is no known log could not be hashed; null where it could. */
  @Nullable String failure(EvidenceFile file) {
    return failures.get(file.id());
  }
}
