package postmortem.run;

import java.util.Map;
import java.util.TreeMap;
import postmortem.analysis.session.Edges;
import postmortem.analysis.session.SessionFold;
import postmortem.event.EventSink;
import postmortem.event.Names;

/**
 * Joins the pieces of one stream as they are finished, in whatever order that is: neighbours meet
 * as soon as both are there, so that little waits.
 */
final class Seams {

  private record Range(int to, Edges edges) {}

  private final int pieces;
  private final TreeMap<Integer, Range> ranges = new TreeMap<>();

  Seams(int pieces) {
    this.pieces = pieces;
  }

  /**
   * A piece is finished. What that completes is emitted to whoever finished it.
   *
   * @param piece its position in the stream, from 0
   */
  synchronized void finished(int piece, Edges edges, Names names, EventSink sink) {
    int from = piece;
    Range range = new Range(piece + 1, edges);
    Map.Entry<Integer, Range> left = ranges.lowerEntry(piece);
    if (left != null && left.getValue().to() == piece) {
      ranges.remove(left.getKey());
      from = left.getKey();
      range = new Range(range.to(), SessionFold.meet(left.getValue().edges(), edges, names, sink));
    }
    Range right = ranges.remove(range.to());
    if (right != null) {
      range = new Range(right.to(), SessionFold.meet(range.edges(), right.edges(), names, sink));
    }
    if (from == 0 && range.to() == pieces) {
      SessionFold.close(range.edges(), names, sink);
    } else {
      ranges.put(from, range);
    }
  }
}
