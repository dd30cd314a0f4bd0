package postmortem.analysis.join;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;

/** Who is connected, in one kind of log, while time goes on. */
final class Visits {

  private static final int FEW = 64;

  /** The opening that a connection's end tells is at most so far from that of its own record. */
  private static final long TWICE = 2 * Times.SECOND;

  private final List<Visit> open = new ArrayList<>();
  private final Consumer<Visit> left;
  private int sweepAt = FEW;

  /**
   * @param left is told of each visit that is over
   */
  Visits(Consumer<Visit> left) {
    this.left = left;
  }

  /** Somebody comes. Visits that were over before {@code past} are forgotten. */
  void add(Visit visit, long past) {
    open.add(visit);
    if (open.size() >= sweepAt) {
      forget(past);
      sweepAt = Math.max(FEW, 2 * open.size());
    }
  }

  /** As {@link #add}, of one of the two records that tell of a connection. */
  void addOnce(Visit visit, long past) {
    for (int i = open.size() - 1; i >= 0 && open.get(i).start >= visit.start - TWICE; i--) {
      if (open.get(i).isSame(visit)) {
        open.get(i).take(visit);
        return;
      }
    }
    add(visit, past);
  }

  /** Forgets all that were over before a time. */
  void forget(long past) {
    int kept = 0;
    for (int i = 0; i < open.size(); i++) {
      Visit visit = open.get(i);
      if (visit.end() < past) {
        left.accept(visit);
      } else {
        open.set(kept++, visit);
      }
    }
    open.subList(kept, open.size()).clear();
  }

  /**
   * Who was connected at a time, besides those who are known to have been.
   *
   * @param slack that a visit may have begun later, or ended earlier
   */
  Presence at(long time, long slack, Presence others) {
    Visit found = others.visit();
    if (found == null && others.anybody()) {
      return others;
    }
    for (Visit visit : open) {
      if (visit.isOpen(time, slack)) {
        if (found != null && found.source != visit.source) {
          return Presence.SEVERAL;
        }
        found = found == null || visit.isBetterThan(found) ? visit : found;
      }
    }
    return found == null ? Presence.NOBODY : new Presence(found, true);
  }

  /** Those that began in so long a time before a time, or after it. */
  void begunAbout(long time, long away, Consumer<Visit> to) {
    for (Visit visit : open) {
      if (visit.start > time - away && visit.start <= time + away) {
        to.accept(visit);
      }
    }
  }

  /** Whose visit a source's mail of a time was sent in; 0 where nobody logged on in it. */
  int account(int source, int stream, long time) {
    for (int i = open.size() - 1; i >= 0; i--) {
      Visit visit = open.get(i);
      if (visit.account > 0
          && visit.source == source
          && visit.stream == stream
          && visit.isOpen(time, 0)) {
        return visit.account;
      }
    }
    return 0;
  }

  /**
   * Who was there.
   *
   * @param visit the one, or the last of one address; null: nobody, or several
   */
  record Presence(@Nullable Visit visit, boolean anybody) {
    static final Presence NOBODY = new Presence(null, false);
    static final Presence SEVERAL = new Presence(null, true);
  }
}
