package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All evidence that was found under some arguments: the files, the members of the archives, and how
 * to read them. Immutable.
 *
 * @param <T> what was made of the samples of each file
 */
public final class EvidenceTree<T> {

  private static final int SCRATCH = 1 << 16;

  private final Limits limits;
  private final List<EvidenceFile> files;
  private final List<@Nullable T> sampled;
  private final List<Bundle> bundles;

  private EvidenceTree(
      Limits limits, List<EvidenceFile> files, List<@Nullable T> sampled, List<Bundle> bundles) {
    this.limits = limits;
    this.files = files;
    this.sampled = sampled;
    this.bundles = bundles;
  }

  /** Finds all, one after the other. */
  public static <T> EvidenceTree<T> find(List<Path> arguments, Limits limits, Sampler<T> sampler) {
    return find(arguments, limits, sampler, tasks -> tasks.forEach(Runnable::run));
  }

  /**
   * Finds all. Nothing that is wrong with the evidence is thrown: it is an entry with a problem.
   *
   * @param runner runs all tasks before it returns, in whatever order and threads; the sampler is
   *     called from these threads
   */
  public static <T> EvidenceTree<T> find(
      List<Path> arguments, Limits limits, Sampler<T> sampler, Consumer<List<Runnable>> runner) {
    Arguments walked = new Arguments(arguments, limits);
    List<Lister<T>> listers = new ArrayList<>();
    for (DiskFile file : walked.files()) {
      listers.add(new Lister<>(file, limits, sampler));
    }
    runner.accept(listers.stream().<Runnable>map(lister -> lister::list).toList());
    return inOrder(walked, limits, listers);
  }

  private static <T> EvidenceTree<T> inOrder(
      Arguments walked, Limits limits, List<Lister<T>> listers) {
    List<Found<T>> all = new ArrayList<>();
    for (Lister<T> lister : listers) {
      Leaves<T> leaves = lister.leaves();
      for (int i = 0; i < leaves.size(); i++) {
        Leaf leaf = leaves.leaf(i);
        all.add(new Found<>(walked.prefix(leaf.disk()), leaf, leaves.sampled(i)));
      }
    }
    all.sort(
        Comparator.comparing((Found<T> f) -> f.prefix() + f.leaf().path())
            .thenComparing(f -> f.leaf().disk().argument())
            .thenComparing(f -> f.leaf().disk().name())
            .thenComparing(f -> f.leaf().place().zipEntry())
            .thenComparing(f -> f.leaf().place().index()));
    List<EvidenceFile> files = new ArrayList<>(all.size());
    List<@Nullable T> sampled = new ArrayList<>(all.size());
    for (Found<T> found : all) {
      files.add(new EvidenceFile(files.size(), found.prefix(), found.leaf()));
      sampled.add(found.sampled());
    }
    return new EvidenceTree<>(limits, List.copyOf(files), sampled, Bundles.of(files));
  }

  private record Found<T>(String prefix, Leaf leaf, @Nullable T sampled) {}

  /** In the order of ledger paths; the place of a file is its id. */
  public List<EvidenceFile> files() {
    return files;
  }

  /** What the sampler made of a file; null where it has a {@linkplain EvidenceFile#problem()}. */
  public @Nullable T sampled(EvidenceFile file) {
    return sampled.get(file.id());
  }

  /** All files without a problem, each once, in the order of the files on disk. */
  public List<Bundle> bundles() {
    return bundles;
  }

  /** Reads the samples again: cheap, except for members of archives. */
  public Samples samples(EvidenceFile file) throws IOException {
    if (file.leaf().plain()) {
      return Samples.ofPlain(file.leaf().disk());
    }
    try (InputStream in = open(file)) {
      return Samples.ofLeaf(file.leaf(), in.readNBytes(Samples.LENGTH));
    }
  }

  /** The decoded file from its start: decompressed, and UTF-16 turned into UTF-8. */
  public InputStream open(EvidenceFile file) throws IOException {
    Parts parts = openParts(file);
    InputStream in = Utf16Stream.decoded(parts.goTo(file.leaf()), file.encoding());
    return new LeafStream(in, parts.expansion(), parts);
  }

  /** As {@link #open}, with the hash of the file when the end was reached. */
  public HashingStream openHashing(EvidenceFile file) throws IOException {
    Parts parts = openParts(file);
    return HashingStream.of(file, parts.goTo(file.leaf()), parts.expansion(), parts);
  }

  /**
   * The hash of a file's beginning, of its bytes as they are when decompressed; null where it has
   * fewer.
   *
   * @param length of the beginning
   */
  public @Nullable String sha256OfFirst(EvidenceFile file, long length) throws IOException {
    try (Parts parts = openParts(file)) {
      InputStream in = parts.goTo(file.leaf());
      MessageDigest digest = HashingStream.newDigest();
      byte[] scratch = new byte[SCRATCH];
      long left = length;
      while (left > 0) {
        int got = in.read(scratch, 0, (int) Math.min(scratch.length, left));
        if (got < 0) {
          return null;
        }
        digest.update(scratch, 0, got);
        left -= got;
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  private Parts openParts(EvidenceFile file) throws IOException {
    String problem = file.problem();
    if (problem != null) {
      throw new EvidenceException(problem, 0, null);
    }
    return Parts.open(file.leaf(), limits);
  }

  /**
   * A part of a {@linkplain EvidenceFile#seekable() seekable} file.
   *
   * @param length the most that is read; it may reach beyond the end
   */
  public InputStream openAt(EvidenceFile file, long offset, long length) throws IOException {
    if (!file.seekable()) {
      throw new IllegalArgumentException("not seekable: " + file);
    }
    DiskStream in = DiskStream.open(file.leaf().disk(), offset, length);
    return new LeafStream(in, null, in);
  }

  /** Visits the members of a bundle, decoding their container once. */
  public void read(Bundle bundle, MemberVisitor visitor) throws IOException {
    new BundleReader(bundle, limits, visitor).read();
  }
}
