package postmortem.run;

import java.util.HashMap;
import java.util.Map;
import postmortem.analysis.session.Edges;
import postmortem.analysis.session.SessionFold;
import postmortem.event.EventSink;
import postmortem.event.Names;

/**
 * Joins the pieces of one stream as they are finished, in whatever order that is: two and two, then
 * these two and two. Who meets whom does not depend on the order, because where too many sessions
 * are open, some are ended when ranges meet.
 */
final class Seams {

  /** The range of {@code 1 << level} pieces from {@code index << level} on. */
  private record Node(int level, int index) {}

  private final int pieces;
  private final Map<Node, Edges> waiting = new HashMap<>();
  private boolean overflowed;

  Seams(int pieces) {
    this.pieces = pieces;
  }

  /**
   * A piece is finished. What that completes is emitted to whoever finished it.
   *
   * @param piece its position in the stream, from 0
   */
  synchronized void finished(int piece, Edges edges, Names names, EventSink sink) {
    Edges range = edges;
    int index = piece;
    for (int level = 0; 1L << level < pieces; level++) {
      int sibling = index ^ 1;
      if ((long) sibling << level < pieces) {
        Edges other = waiting.remove(new Node(level, sibling));
        if (other == null) {
          waiting.put(new Node(level, index), range);
          return;
        }
        range =
            index < sibling
                ? SessionFold.meet(range, other, names, sink)
                : SessionFold.meet(other, range, names, sink);
      }
      index >>= 1;
    }
    overflowed = range.overflowed();
    SessionFold.close(range, names, sink);
  }

  /** Were sessions ended, or cut in two, because too many were open at once? */
  synchronized boolean overflowed() {
    return overflowed;
  }
}
