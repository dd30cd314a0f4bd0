package postmortem.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.parser.LogParser;
import postmortem.parser.Splitting;

/**
 * Finds files of one stream that tell of the same time in the same words, as copies do that were
 * taken of a log at different times. Done after all was read, because only then the times are
 * known; where it finds something, all is read again.
 */
final class Overlaps {

  /** A file is looked for in so many that began before it. */
  private static final int NEIGHBOURS = 8;

  /** A file of lines, and the time that it tells of. */
  private record Told(EvidenceFile file, int stream, long first, long last) {}

  private final EvidenceTree<Recognised> tree;
  private final int maxLine;
  private final Map<Integer, Overlap> found = new ConcurrentSkipListMap<>();

  private Overlaps(EvidenceTree<Recognised> tree, int maxLine) {
    this.tree = tree;
    this.maxLine = maxLine;
  }

  /** The overlaps, by the ledger id of the file whose first records are not to be counted again. */
  static Map<Integer, Overlap> find(
      EvidenceTree<Recognised> tree,
      Plan plan,
      Map<Integer, List<PieceResult>> results,
      RunSettings settings) {
    Overlaps overlaps = new Overlaps(tree, settings.limits().line());
    List<Runnable> tasks = new ArrayList<>();
    for (List<Told> stream : streams(plan, results)) {
      for (int i = 1; i < stream.size(); i++) {
        Told later = stream.get(i);
        List<Told> before =
            stream.subList(Math.max(0, i - NEIGHBOURS), i).stream()
                .filter(earlier -> earlier.last() >= later.first())
                .toList();
        if (!before.isEmpty()) {
          tasks.add(() -> overlaps.look(later, before));
        }
      }
    }
    Threads.runAll(tasks, settings.threads());
    return new TreeMap<>(overlaps.found);
  }

  /** The files of lines, by stream, in order of their beginning. */
  private static List<List<Told>> streams(Plan plan, Map<Integer, List<PieceResult>> results) {
    Map<Integer, Told> files = new TreeMap<>();
    for (List<Piece> task : plan.tasks()) {
      for (Piece piece : task) {
        LogParser parser = piece.what().parser();
        Told told = told(piece, results.getOrDefault(piece.file().id(), List.of()));
        if (told != null && parser != null && parser.splitting() == Splitting.AT_LINES) {
          files.put(piece.file().id(), told);
        }
      }
    }
    List<List<Told>> streams = new ArrayList<>();
    plan.streams().forEach(s -> streams.add(new ArrayList<>()));
    files.values().forEach(told -> streams.get(told.stream()).add(told));
    streams.forEach(
        s -> s.sort(Comparator.comparingLong(Told::first).thenComparing(t -> t.file().id())));
    return streams;
  }

  private static @Nullable Told told(Piece piece, List<PieceResult> results) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (PieceResult result : results) {
      first = Math.min(first, result.first());
      last = Math.max(last, result.last());
    }
    return first > last ? null : new Told(piece.file(), piece.stream(), first, last);
  }

  private void look(Told later, List<Told> before) {
    Overlap longest = null;
    try {
      EqualRun run = EqualRun.of(tree, later.file(), maxLine);
      if (run == null) {
        return;
      }
      for (Told earlier : before) {
        long end = run.endIn(earlier.file());
        if (end > (longest == null ? 0 : longest.end())) {
          longest = new Overlap(later.file().id(), earlier.file().id(), end);
        }
      }
    } catch (IOException e) {
      // what can't be read to its end has a line in the ledger, and is not compared
    }
    if (longest != null) {
      found.put(longest.file(), longest);
    }
  }
}
