package postmortem.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of one file on disk, and what the sampler made of each.
 *
 * @param <T> what it made
 */
final class Leaves<T> {

  private final DiskFile disk;
  private final Sampler<T> sampler;
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<@Nullable T> sampled = new ArrayList<>();

  Leaves(DiskFile disk, Sampler<T> sampler) {
    this.disk = disk;
    this.sampler = sampler;
  }

  int size() {
    return leaves.size();
  }

  Leaf leaf(int i) {
    return leaves.get(i);
  }

  @Nullable T sampled(int i) {
    return sampled.get(i);
  }

  /** The file on disk, as it is. */
  void plain(Place place, Samples samples) {
    add(place, samples, null, true);
  }

  /** A file that comes out of something. */
  void decoded(Place place, Samples samples, @Nullable String sha256) {
    add(place, samples, sha256, false);
  }

  private void add(Place place, Samples samples, @Nullable String sha256, boolean plain) {
    leaves.add(
        new Leaf(
            disk,
            place,
            samples.path(),
            samples.size(),
            samples.encoding(),
            sha256,
            Heads.of(samples.head()),
            plain,
            null));
    sampled.add(sampler.look(samples));
  }

  /** What cannot be read at all. */
  void unreadable(Place place, String path, @Nullable String problem) {
    String why = problem == null ? "cannot be read" : problem;
    boolean onDisk = place.container() == null && place.zipEntry() < 0 && leaves.isEmpty();
    long size = onDisk && disk.problem() == null ? disk.size() : -1;
    leaves.add(new Leaf(disk, place, path, size, null, null, Heads.NONE, false, why));
    sampled.add(null);
  }
}
