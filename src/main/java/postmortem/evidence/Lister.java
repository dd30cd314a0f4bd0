package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Lists the leaves of one file on disk.
 *
 * <p>What has to be decoded for that anyway is hashed and counted; all else is only sampled.
 *
 * @param <T> what the sampler makes
 */
final class Lister<T> {

  private final DiskFile disk;
  private final Limits limits;
  private final Leaves<T> result;
  private final LeafSampler leafSampler = new LeafSampler();

  Lister(DiskFile disk, Limits limits, Sampler<T> sampler) {
    this.disk = disk;
    this.limits = limits;
    this.result = new Leaves<>(disk, sampler);
  }

  /** Does the work, once. */
  void list() {
    if (disk.problem() != null) {
      result.unreadable(new Place(-1, 0, null, 0), disk.name(), disk.problem());
      return;
    }
    try {
      listFile();
    } catch (IOException e) {
      Place place = new Place(-1, result.size(), null, 0);
      result.unreadable(place, disk.name(), LayerStream.describe("file", e, 0).getMessage());
    }
  }

  /** What was found. */
  Leaves<T> leaves() {
    return result;
  }

  private void listFile() throws IOException {
    byte[] head = DiskStream.part(disk, 0, Magic.LENGTH);
    Magic magic = Magic.of(head, head.length);
    if (magic == Magic.NONE) {
      result.plain(new Place(-1, 0, null, disk.size()), Samples.ofPlain(disk));
      return;
    }
    if (magic == Magic.ZIP) {
      try (DiskZip zip = DiskZip.open(disk, limits)) {
        if (zip != null) {
          listZip(zip);
          return;
        }
      }
    }
    try (DiskStream in = DiskStream.open(disk)) {
      Expansion expansion = new Expansion(limits, in::position);
      try (Unpacker parts = new Unpacker(in, expansion, limits, disk.name(), null, 0)) {
        listParts(parts, expansion, new Place(-1, 0, null, disk.size()));
      }
    }
  }

  private void listParts(Unpacker parts, Expansion expansion, Place first) {
    int index = 0;
    Unpacker.Part part;
    while ((part = parts.next()) != null) {
      Place place = new Place(first.zipEntry(), index++, part.container(), first.cost());
      if (part.problem() != null) {
        result.unreadable(place, part.path(), part.problem());
      } else {
        listLeaf(place, part.path(), part.in(), expansion, parts.inArchive());
      }
    }
  }

  private void listLeaf(
      Place place, String path, InputStream in, Expansion expansion, boolean whole) {
    Samples samples = leafSampler.sample(in, expansion, path, whole);
    IOException failure = leafSampler.failure();
    if (failure != null && samples.head().length == 0) {
      result.unreadable(place, path, failure.getMessage());
      return;
    }
    result.decoded(place, samples, leafSampler.sha256());
  }

  private void listZip(DiskZip zip) {
    boolean empty = true;
    long declared = 0;
    for (int i = 0; i < zip.size(); i++) {
      if (i == limits.members()) {
        archiveProblem(i, String.format(Locale.ROOT, "stopped after %d members", i));
        return;
      }
      if (!zip.isFolder(i)) {
        empty = false;
        declared += Math.max(0, zip.size(i));
        listEntry(zip, i, declared);
      }
    }
    if (empty) {
      archiveProblem(0, "is an archive without any file in it");
    }
  }

  private void archiveProblem(int entry, String problem) {
    result.unreadable(new Place(entry, 0, null, 0), disk.name(), problem);
  }

  private void listEntry(DiskZip zip, int i, long declared) {
    String path = zip.path(i);
    Place place = new Place(i, 0, disk.name(), zip.stored(i));
    String problem = zip.problem(i);
    if (problem == null && declared > limits.expandedBytes()) {
      problem = "stopped: expands to more than " + limits.expandedBytes() + " bytes";
    }
    if (problem != null) {
      result.unreadable(place, path, problem);
      return;
    }
    Expansion expansion = new Expansion(limits, () -> zip.stored(i));
    try (Unpacker parts = zip.unpack(i, expansion)) {
      listParts(parts, expansion, place);
    } catch (IOException e) {
      result.unreadable(place, path, e.getMessage());
    }
  }
}
