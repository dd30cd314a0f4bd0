package postmortem.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts files together that are read in one go. */
final class Bundles {

  /** So much of a zip on disk is worth opening it again. */
  private static final long ZIP_SHARE = 64 << 20;

  private Bundles() {}

  static List<Bundle> of(List<EvidenceFile> files) {
    List<EvidenceFile> readable =
        files.stream()
            .filter(file -> file.problem() == null)
            .sorted(
                Comparator.comparing((EvidenceFile f) -> f.leaf().disk().argument())
                    .thenComparing(f -> f.leaf().disk().name())
                    .thenComparing(f -> f.leaf().place().zipEntry())
                    .thenComparing(f -> f.leaf().place().index()))
            .toList();
    List<Bundle> bundles = new ArrayList<>();
    List<EvidenceFile> open = new ArrayList<>();
    long cost = 0;
    for (EvidenceFile file : readable) {
      if (!open.isEmpty() && !belongs(open.get(open.size() - 1).leaf(), file.leaf(), cost)) {
        bundles.add(new Bundle(open, cost));
        open.clear();
        cost = 0;
      }
      cost += cost(open, file.leaf());
      open.add(file);
    }
    if (!open.isEmpty()) {
      bundles.add(new Bundle(open, cost));
    }
    return List.copyOf(bundles);
  }

  private static boolean belongs(Leaf last, Leaf next, long cost) {
    return last.disk().equals(next.disk())
        && (last.place().zipEntry() == next.place().zipEntry() || cost < ZIP_SHARE);
  }

  /** The members of one stream are read at the cost of one. */
  private static long cost(List<EvidenceFile> open, Leaf next) {
    boolean another =
        !open.isEmpty()
            && open.get(open.size() - 1).leaf().place().zipEntry() == next.place().zipEntry();
    return another ? 0 : next.place().cost();
  }
}
