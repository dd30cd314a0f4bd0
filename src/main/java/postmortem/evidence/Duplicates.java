package postmortem.evidence;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds files that another file holds from its first byte on: equal ones, and earlier copies of a
 * log that has grown since. Only files whose beginnings are equal are read for it.
 */
public final class Duplicates {

  private static final int SCRATCH = 1 << 18;

  /** The first bytes of a file, as one of its {@link Heads} tells them. */
  private record Beginning(int level, long hash) {}

  /** The hash of so many bytes of a file from its start. */
  private record Content(EvidenceFile file, long size, String hash) {}

  private interface Look<R> {
    List<R> at(EvidenceFile file, HashingStream in) throws IOException;
  }

  private final EvidenceTree<?> tree;
  private final Consumer<List<Runnable>> runner;
  private final Map<Beginning, List<EvidenceFile>> alike = new HashMap<>();

  private Duplicates(EvidenceTree<?> tree, Consumer<List<Runnable>> runner) {
    this.tree = tree;
    this.runner = runner;
  }

  /**
   * Compares files.
   *
   * @param wanted which of the files
   * @param runner runs all tasks before it returns, in whatever order and threads
   * @return by the ledger id of each file that another one holds: the ledger id of that other,
   *     which no file holds. Of equal files the first in the ledger holds the others.
   */
  public static Map<Integer, Integer> find(
      EvidenceTree<?> tree, Predicate<EvidenceFile> wanted, Consumer<List<Runnable>> runner) {
    return new Duplicates(tree, runner).find(wanted);
  }

  private Map<Integer, Integer> find(Predicate<EvidenceFile> wanted) {
    List<EvidenceFile> files =
        tree.files().stream().filter(f -> f.problem() == null && wanted.test(f)).toList();
    group(files);
    List<Content> contents = read(held(files), Duplicates::whole);
    contents.sort(Comparator.comparingInt(c -> c.file().id()));
    Map<Integer, Integer> holders = new TreeMap<>();
    equal(contents, holders);
    contents.removeIf(c -> holders.containsKey(c.file().id()));
    beginnings(contents, holders);
    Map<Integer, Integer> originals = new TreeMap<>();
    holders.forEach((id, holder) -> originals.put(id, last(holder, holders)));
    return originals;
  }

  private static int last(int id, Map<Integer, Integer> holders) {
    int at = id;
    while (holders.containsKey(at)) { // ends: each holder is larger, or equal and earlier
      at = holders.getOrDefault(at, at);
    }
    return at;
  }

  /** Puts together what shares the longest beginning that is known of any. */
  private void group(List<EvidenceFile> files) {
    for (EvidenceFile file : files) {
      Beginning longest = longest(file);
      if (longest != null) {
        alike.putIfAbsent(longest, new ArrayList<>());
      }
    }
    for (EvidenceFile file : files) {
      Heads heads = file.leaf().heads();
      for (int level = 0; level < heads.levels(); level++) {
        List<EvidenceFile> group = alike.get(new Beginning(level, heads.hash(level)));
        if (group != null) {
          group.add(file);
        }
      }
    }
  }

  private static @Nullable Beginning longest(EvidenceFile file) {
    Heads heads = file.leaf().heads();
    int level = heads.levels() - 1;
    return level < 0 ? null : new Beginning(level, heads.hash(level));
  }

  /** The files, other than this, that may begin with all of it. */
  private List<EvidenceFile> holders(EvidenceFile file) {
    Beginning longest = longest(file);
    List<EvidenceFile> group = longest == null ? null : alike.get(longest);
    return group == null
        ? List.of()
        : group.stream()
            .filter(o -> o != file && (o.size() < 0 || file.size() < 0 || o.size() >= file.size()))
            .toList();
  }

  /** The files that another may hold. */
  private SortedSet<Integer> held(List<EvidenceFile> files) {
    SortedSet<Integer> held = new TreeSet<>();
    for (EvidenceFile file : files) {
      if (!holders(file).isEmpty()) {
        held.add(file.id());
      }
    }
    return held;
  }

  private static void equal(List<Content> contents, Map<Integer, Integer> holders) {
    Map<String, Integer> first = new TreeMap<>();
    for (Content c : contents) {
      Integer earlier = first.putIfAbsent(c.hash(), c.file().id());
      if (earlier != null) {
        holders.put(c.file().id(), earlier);
      }
    }
  }

  private void beginnings(List<Content> contents, Map<Integer, Integer> holders) {
    Map<Integer, TreeSet<Long>> lengths = new TreeMap<>();
    for (Content c : contents) {
      for (EvidenceFile holder : holders(c.file())) {
        lengths.computeIfAbsent(holder.id(), id -> new TreeSet<>()).add(c.size());
      }
    }
    Map<Integer, Map<Long, Content>> starts = new TreeMap<>();
    List<Content> read =
        read(
            new TreeSet<>(lengths.keySet()),
            (file, in) -> starts(file, in, lengths.getOrDefault(file.id(), new TreeSet<>())));
    for (Content start : read) {
      starts.computeIfAbsent(start.file().id(), id -> new TreeMap<>()).put(start.size(), start);
    }
    for (Content c : contents) {
      holders(c.file()).stream()
          .filter(h -> begins(starts.getOrDefault(h.id(), Map.of()).get(c.size()), c))
          .min(Comparator.comparingLong(EvidenceFile::size).reversed().thenComparing(h -> h.id()))
          .ifPresent(h -> holders.put(c.file().id(), h.id()));
    }
  }

  private static boolean begins(@Nullable Content start, Content all) {
    return start != null && start.hash().equals(all.hash());
  }

  /** Looks at some files, each once. What can't be read gives nothing: the ledger will say why. */
  private <R> List<R> read(SortedSet<Integer> ids, Look<R> look) {
    List<List<R>> results = new ArrayList<>();
    List<Runnable> tasks = new ArrayList<>();
    for (Bundle bundle : tree.bundles()) {
      List<EvidenceFile> files =
          bundle.files().stream().filter(file -> ids.contains(file.id())).toList();
      if (!files.isEmpty()) {
        List<R> result = new ArrayList<>(); // each task has its own
        results.add(result);
        tasks.add(() -> read(new Bundle(files, 0), look, result));
      }
    }
    runner.accept(tasks);
    List<R> all = new ArrayList<>();
    results.forEach(all::addAll);
    return all;
  }

  private <R> void read(Bundle bundle, Look<R> look, List<R> results) {
    try {
      tree.read(bundle, (file, in) -> results.addAll(lookAt(file, in, look)));
    } catch (IOException e) {
      // as far as it went
    }
  }

  private static <R> List<R> lookAt(EvidenceFile file, HashingStream in, Look<R> look) {
    try {
      return look.at(file, in);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<Content> whole(EvidenceFile file, HashingStream in) throws IOException {
    MessageDigest digest = HashingStream.newDigest();
    read(in, Long.MAX_VALUE, digest);
    return List.of(new Content(file, in.count(), hex(digest)));
  }

  /** The hashes of a file's beginnings of some lengths that are less than its own. */
  private static List<Content> starts(EvidenceFile file, HashingStream in, SortedSet<Long> lengths)
      throws IOException {
    MessageDigest digest = HashingStream.newDigest();
    List<Content> starts = new ArrayList<>();
    for (long length : lengths) {
      read(in, length - in.count(), digest);
      if (in.count() < length) {
        break;
      }
      starts.add(new Content(file, length, hex(copy(digest))));
    }
    if (!starts.isEmpty() && in.read() < 0) {
      starts.remove(starts.size() - 1); // an equal file, which has been seen to
    }
    return starts;
  }

  private static void read(HashingStream in, long most, MessageDigest digest) throws IOException {
    byte[] scratch = new byte[(int) Math.min(SCRATCH, most)];
    long left = most;
    while (left > 0) {
      int got = in.read(scratch, 0, (int) Math.min(scratch.length, left));
      if (got < 0) {
        return;
      }
      digest.update(scratch, 0, got);
      left -= got;
    }
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("that of every Java can be copied", e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
