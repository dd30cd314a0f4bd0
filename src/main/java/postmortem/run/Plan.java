package postmortem.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.StreamInfo;
import postmortem.evidence.Bundle;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.parser.FileFacts;
import postmortem.parser.Format;
import postmortem.parser.Hand;
import postmortem.parser.LogParser;
import postmortem.parser.StreamKey;

/**
 * What is read, in which pieces, and to which streams they belong.
 *
 * @param streams by id, in the order of format, server and site
 * @param tasks each a list of pieces that one thread reads one after the other: one piece, or the
 *     members of an archive
 * @param piecesOf how many pieces each stream has
 */
record Plan(List<StreamInfo> streams, List<List<Piece>> tasks, List<Integer> piecesOf) {

  /** A file that is to be read. */
  private record Candidate(EvidenceFile file, Recognised what) {
    long firstTime() {
      return what.firstTime();
    }

    String path() {
      return file.path();
    }
  }

  private record Key(String format, StreamKey stream) implements Comparable<Key> {
    @Override
    public int compareTo(Key o) {
      int c = format.compareTo(o.format);
      return c != 0 ? c : stream.compareTo(o.stream);
    }
  }

  /**
   * @param skip ledger ids of files that are not read: duplicates
   * @param cuts of the files that are read in pieces, by ledger id
   */
  static Plan of(
      EvidenceTree<Recognised> tree, Map<Integer, Integer> skip, Map<Integer, Cutter.Cuts> cuts) {
    List<Candidate> candidates = new ArrayList<>();
    for (EvidenceFile file : tree.files()) {
      Recognised what = file.problem() == null ? tree.sampled(file) : null;
      if (what != null && !skip.containsKey(file.id())) {
        candidates.add(new Candidate(file, what));
      }
    }
    Machines machines = Machines.of(candidates.stream().map(Candidate::what).toList());
    TreeMap<Key, List<Candidate>> byStream = new TreeMap<>();
    for (Candidate candidate : candidates) {
      Key key = key(candidate, machines);
      if (key != null) {
        byStream.computeIfAbsent(key, k -> new ArrayList<>()).add(candidate);
      }
    }
    List<StreamInfo> streams = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    TreeMap<Integer, List<Piece>> piecesOfFile = new TreeMap<>();
    byStream.forEach(
        (key, files) -> {
          int stream = streams.size();
          Format format = Objects.requireNonNull(files.get(0).what().parser()).format();
          streams.add(
              new StreamInfo(
                  stream,
                  key.format(),
                  key.stream().server(),
                  key.stream().site(),
                  format.showsAuth()));
          files.sort(Comparator.comparingLong(Candidate::firstTime).thenComparing(Candidate::path));
          int position = 0;
          for (Candidate c : files) {
            List<Piece> pieces = pieces(c, stream, position, cuts.get(c.file().id()));
            piecesOfFile.put(c.file().id(), pieces);
            position += pieces.size();
          }
          counts.add(position);
        });
    return new Plan(streams, tasks(tree, piecesOfFile), counts);
  }

  /** Ledger ids of all files that are read. */
  Set<Integer> files() {
    Set<Integer> files = new TreeSet<>();
    tasks.forEach(task -> task.forEach(piece -> files.add(piece.file().id())));
    return files;
  }

  /** The tasks of logs that tell of mail at one hand; in order. */
  List<List<Piece>> tasks(Hand hand) {
    return tasks.stream()
        .map(
            task ->
                task.stream()
                    .filter(piece -> Objects.requireNonNull(piece.what().parser()).hand() == hand)
                    .toList())
        .filter(task -> !task.isEmpty())
        .toList();
  }

  /** Has any log to be joined with others? */
  boolean joins() {
    return tasks.stream()
        .flatMap(List::stream)
        .anyMatch(piece -> Objects.requireNonNull(piece.what().parser()).joins());
  }

  private static @Nullable Key key(Candidate candidate, Machines machines) {
    LogParser parser = candidate.what().parser();
    StreamKey key = candidate.what().key();
    return parser == null || key == null
        ? null
        : new Key(parser.format().id(), machines.home(candidate.path(), key));
  }

  private static List<Piece> pieces(
      Candidate c, int stream, int position, Cutter.@Nullable Cuts cuts) {
    List<Piece> pieces = new ArrayList<>();
    if (cuts == null) {
      pieces.add(
          new Piece(c.file(), c.what(), stream, position, 0, Piece.WHOLE, 1, FileFacts.NONE));
      return pieces;
    }
    for (int i = 0; i < cuts.starts().size(); i++) {
      Cutter.Start start = cuts.starts().get(i);
      long end = i + 1 < cuts.starts().size() ? cuts.starts().get(i + 1).offset() : cuts.end();
      pieces.add(
          new Piece(
              c.file(),
              c.what(),
              stream,
              position + i,
              start.offset(),
              end - start.offset(),
              start.record(),
              cuts.facts()));
    }
    return pieces;
  }

  private static List<List<Piece>> tasks(
      EvidenceTree<Recognised> tree, Map<Integer, List<Piece>> piecesOfFile) {
    List<List<Piece>> tasks = new ArrayList<>();
    for (Bundle bundle : tree.bundles()) {
      List<Piece> wanted = new ArrayList<>();
      for (EvidenceFile file : bundle.files()) {
        wanted.addAll(piecesOfFile.getOrDefault(file.id(), List.of()));
      }
      if (!wanted.isEmpty() && wanted.get(0).isWhole()) {
        tasks.add(wanted);
      } else {
        wanted.forEach(piece -> tasks.add(List.of(piece)));
      }
    }
    tasks.sort(
        Comparator.<List<Piece>>comparingInt(t -> t.get(0).position())
            .thenComparingInt(t -> t.get(0).stream()));
    return tasks;
  }
}
