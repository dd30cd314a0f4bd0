package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All evidence that was found under some arguments: the files, the members of the archives, and how
 * to read them. Immutable.
 *
 * @param <T> what was made of the samples of each file
 */
@SuppressWarnings("DoNotCallSuggester") // the bodies follow
public final class EvidenceTree<T> {

  private EvidenceTree() {}

  /** Finds all, one after the other. */
  public static <T> EvidenceTree<T> find(List<Path> arguments, Limits limits, Sampler<T> sampler) {
    return find(arguments, limits, sampler, tasks -> tasks.forEach(Runnable::run));
  }

  /**
   * Finds all. Nothing that is wrong with the evidence is thrown: it is an entry with a problem.
   *
   * @param runner runs all tasks before it returns, in whatever order and threads; then the sampler
   *     is called from these threads
   */
  public static <T> EvidenceTree<T> find(
      List<Path> arguments, Limits limits, Sampler<T> sampler, Consumer<List<Runnable>> runner) {
    throw new UnsupportedOperationException();
  }

  /** In the order of ledger paths. */
  public List<EvidenceFile> files() {
    throw new UnsupportedOperationException();
  }

  /** What the sampler made of a file; null where it has a {@linkplain EvidenceFile#problem()}. */
  public @Nullable T sampled(EvidenceFile file) {
    throw new UnsupportedOperationException();
  }

  /** All files without a problem, each once, in the order of the files on disk. */
  public List<Bundle> bundles() {
    throw new UnsupportedOperationException();
  }

  /** Reads the samples again: cheap, except for members of archives. */
  public Samples samples(EvidenceFile file) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The decoded file from its start: decompressed, and UTF-16 turned into UTF-8. */
  public InputStream open(EvidenceFile file) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** As {@link #open}, with the hash of the file when the end was reached. */
  public HashingStream openHashing(EvidenceFile file) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * A part of a {@linkplain EvidenceFile#seekable() seekable} file.
   *
   * @param length the most that is read; it may reach beyond the end
   */
  public InputStream openAt(EvidenceFile file, long offset, long length) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Visits the members of a bundle, decoding their container once. */
  public void read(Bundle bundle, MemberVisitor visitor) throws IOException {
    throw new UnsupportedOperationException();
  }
}
