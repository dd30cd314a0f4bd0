package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visits the members of a bundle, each once, whatever happens to the file meanwhile. */
final class BundleReader {

  private final List<EvidenceFile> files;
  private final Limits limits;
  private final MemberVisitor visitor;

  BundleReader(Bundle bundle, Limits limits, MemberVisitor visitor) {
    this.files = bundle.files();
    this.limits = limits;
    this.visitor = visitor;
  }

  void read() throws IOException {
    Leaf first = files.get(0).leaf();
    if (first.place().zipEntry() < 0) {
      readParts(files, null);
      return;
    }
    try (DiskZip zip = openZip(first.disk())) {
      int from = 0;
      while (from < files.size()) {
        int to = from + 1;
        while (to < files.size() && entry(to) == entry(from)) {
          to++;
        }
        readParts(files.subList(from, to), zip);
        from = to;
      }
    }
  }

  /** Null where it fails, which it will again for each member. */
  private @Nullable DiskZip openZip(DiskFile disk) {
    try {
      return DiskZip.open(disk, limits);
    } catch (IOException e) {
      return null;
    }
  }

  private int entry(int i) {
    return files.get(i).leaf().place().zipEntry();
  }

  private void readParts(List<EvidenceFile> group, @Nullable DiskZip zip) throws IOException {
    int next = 0;
    try (Parts parts = open(group.get(0).leaf(), zip)) {
      for (; next < group.size(); next++) {
        EvidenceFile file = group.get(next);
        InputStream in = parts.goTo(file.leaf());
        visitor.visit(file, HashingStream.of(file, in, parts.expansion(), () -> {}));
      }
    } catch (Unopened e) {
      for (EvidenceFile file : group) {
        visitor.visit(file, new HashingStream(Parts.failing(e.why)));
      }
    }
  }

  private Parts open(Leaf leaf, @Nullable DiskZip zip) throws Unopened {
    try {
      return zip == null ? Parts.open(leaf, limits) : Parts.ofEntry(zip, leaf, limits);
    } catch (IOException e) {
      throw new Unopened(e);
    }
  }

  /** Tells that the file could not be opened from what a visitor throws. */
  private static final class Unopened extends IOException {
    private static final long serialVersionUID = 1L;
    private final EvidenceException why;

    Unopened(IOException cause) {
      super(cause);
      why = LayerStream.describe("file", cause, 0);
    }
  }
}
