package postmortem.analysis.relay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells campaigns that run at once by how many recipients they give to each message. */
final class Campaigns {

  private static final double APART = 1.8;
  private static final int LARGE = 20; // messages

  private Campaigns() {}

  /** The episodes of each campaign by start; one list where they cannot be told apart. */
  static List<List<Episode>> split(List<Episode> burst) {
    List<Episode> sorted = new ArrayList<>(burst);
    sorted.sort(
        Comparator.comparingDouble(Episode::recipientsPerMessage).thenComparing(Episodes.BY_START));
    List<List<Episode>> out = new ArrayList<>();
    double before = 0;
    for (Episode e : sorted) {
      if (out.isEmpty() || e.recipientsPerMessage() > before * APART) {
        out.add(new ArrayList<>());
      }
      out.get(out.size() - 1).add(e);
      before = e.recipientsPerMessage();
    }
    for (List<Episode> part : out) {
      if (Episodes.messages(part) < LARGE) {
        return List.of(burst);
      }
      part.sort(Episodes.BY_START);
    }
    out.sort(Comparator.comparing((List<Episode> part) -> part.get(0), Episodes.BY_START));
    return out;
  }
}
