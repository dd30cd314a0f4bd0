package postmortem.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
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
 * @param strangers by ledger id: the streams of records that are not of the file's own
 */
record Plan(
    List<StreamInfo> streams,
    List<List<Piece>> tasks,
    List<Integer> piecesOf,
    Map<Integer, Map<StreamKey, Integer>> strangers) {

  private static final SortedSet<StreamKey> NONE = Collections.emptySortedSet();

  /** A file that is to be read. */
  private record Candidate(EvidenceFile file, Recognised what) {
    long firstTime() {
      return what.firstTime();
    }

    String path() {
      return file.path();
    }
  }

  private record Key(Format format, StreamKey stream) implements Comparable<Key> {
    @Override
    public int compareTo(Key o) {
      int c = format.id().compareTo(o.format.id());
      return c != 0 ? c : stream.compareTo(o.stream);
    }

    Key with(StreamKey other) {
      return new Key(format, other);
    }

    StreamInfo stream(int id) {
      return new StreamInfo(id, format.id(), stream.server(), stream.site(), format.showsAuth());
    }
  }

  /**
   * @param skip ledger ids of files that are not read: duplicates
   * @param cuts of the files that are read in pieces, by ledger id
   * @param others logs that files hold besides their own, by ledger id
   */
  static Plan of(
      EvidenceTree<Recognised> tree,
      Map<Integer, Integer> skip,
      Map<Integer, Cutter.Cuts> cuts,
      Map<Integer, SortedSet<StreamKey>> others) {
    Map<Key, List<Candidate>> byStream = byStream(candidates(tree, skip), others);
    List<StreamInfo> streams = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    TreeMap<Integer, List<Piece>> piecesOfFile = new TreeMap<>();
    Map<Key, Integer> ids = new TreeMap<>();
    byStream.forEach(
        (key, files) -> {
          int stream = streams.size();
          ids.put(key, stream);
          streams.add(key.stream(stream));
          files.sort(Comparator.comparingLong(Candidate::firstTime).thenComparing(Candidate::path));
          int position = 0;
          for (Candidate c : files) {
            List<Piece> pieces = pieces(c, stream, position, cuts.get(c.file().id()));
            piecesOfFile.put(c.file().id(), pieces);
            position += pieces.size();
          }
          counts.add(position);
        });
    Map<Integer, Map<StreamKey, Integer>> strangers = new TreeMap<>();
    byStream.forEach(
        (key, files) -> files.forEach(c -> strangers.put(c.file().id(), ids(c, key, others, ids))));
    return new Plan(streams, tasks(tree, piecesOfFile), counts, strangers);
  }

  private static List<Candidate> candidates(
      EvidenceTree<Recognised> tree, Map<Integer, Integer> skip) {
    List<Candidate> candidates = new ArrayList<>();
    for (EvidenceFile file : tree.files()) {
      Recognised what = file.problem() == null ? tree.sampled(file) : null;
      if (what != null && !skip.containsKey(file.id())) {
        candidates.add(new Candidate(file, what));
      }
    }
    return candidates;
  }

  /** The files of each stream; none of one that has parts of files only. */
  private static Map<Key, List<Candidate>> byStream(
      List<Candidate> candidates, Map<Integer, SortedSet<StreamKey>> others) {
    Machines machines = Machines.of(candidates.stream().map(Candidate::what).toList());
    Map<Key, List<Candidate>> byStream = new TreeMap<>();
    for (Candidate candidate : candidates) {
      Key key = key(candidate, machines);
      if (key != null) {
        byStream.computeIfAbsent(key, k -> new ArrayList<>()).add(candidate);
        for (StreamKey other : others.getOrDefault(candidate.file().id(), NONE)) {
          byStream.computeIfAbsent(key.with(other), k -> new ArrayList<>());
        }
      }
    }
    return byStream;
  }

  private static Map<StreamKey, Integer> ids(
      Candidate candidate,
      Key own,
      Map<Integer, SortedSet<StreamKey>> others,
      Map<Key, Integer> ids) {
    Map<StreamKey, Integer> found = new HashMap<>();
    for (StreamKey other : others.getOrDefault(candidate.file().id(), NONE)) {
      found.put(other, Objects.requireNonNull(ids.get(own.with(other))));
    }
    return found;
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
        : new Key(parser.format(), machines.home(candidate.path(), key));
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
