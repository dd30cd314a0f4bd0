package postmortem.analysis.auth;

import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Context;

/** Bouts up to a limit; what is left out when there are more is decided by the hash of the site. */
final class BoutList {

  private final Context context;
  private final int most;
  private final List<Bout> bouts = new ArrayList<>();
  private long mask; // sites whose hash has a bit of it are left out
  private long untracked;

  BoutList(Context context, int most) {
    this.context = context;
    this.most = most;
  }

  void add(Bout bout) {
    if (isLeftOut(bout)) {
      return;
    }
    bouts.add(bout);
    while (bouts.size() > most) {
      mask = mask << 1 | 1;
      bouts.removeIf(this::isLeftOut);
    }
  }

  private boolean isLeftOut(Bout bout) {
    boolean out = (Site.hash(context, bout.site()) & mask) != 0;
    untracked += out ? bout.failures() : 0;
    return out;
  }

  List<Bout> all() {
    return bouts;
  }

  /** Attempts that were left out. */
  long untracked() {
    return untracked;
  }
}
