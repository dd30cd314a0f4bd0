package postmortem.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.FactStore;
import postmortem.evidence.Bundle;
import postmortem.evidence.Duplicates;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.evidence.HashingStream;
import postmortem.parser.Hand;
import postmortem.parser.LogParser;
import postmortem.parser.Splitting;
import postmortem.parser.StreamKey;

/**
 * Reads all evidence, on several threads, and keeps what the workers collected: once, and once more
 * where only the first reading tells what is to be told apart or dropped.
 */
final class Reading {

  private static final BitSet NOTHING = new BitSet(); // never changed

  private final RunSettings settings;
  private final Recogniser recogniser;
  private final Progress progress;
  private final TempSpill spill;
  private final long rowBytes;
  private final AtomicLong done = new AtomicLong();
  private final FileHashes hashes = new FileHashes();
  private final Map<Integer, List<PieceResult>> results = new ConcurrentHashMap<>();
  private Collected collected;
  private FirstHand firstHand = FirstHand.NOTHING; // changes between rounds only
  private @Nullable Strangers strangers; // likewise
  private Map<Integer, Overlap> overlaps = Map.of();
  private Map<Integer, BitSet> repeated = Map.of();
  private Set<Integer> overflowed = Set.of();

  Reading(RunSettings settings, List<LogParser> parsers, Progress progress, TempSpill spill) {
    this(settings, parsers, progress, spill, 0);
  }

  /**
   * @param rowBytes memory for the rows of all events, before they are written to the spill; 0
   *     where nobody asks for them
   */
  Reading(
      RunSettings settings,
      List<LogParser> parsers,
      Progress progress,
      TempSpill spill,
      long rowBytes) {
    this.rowBytes = rowBytes;
    this.settings = settings;
    this.recogniser = new Recogniser(parsers, settings);
    this.progress = progress;
    this.spill = spill;
    this.collected = collect();
  }

  /**
   * What the reading came to, by ledger id.
   *
   * @param overlaps by the file whose first records another file holds too
   * @param duplicates the file that holds all of a file that was not read
   * @param overflowed ids of the streams that had too many sessions open at once
   */
  record Result(
      EvidenceTree<Recognised> tree,
      Plan plan,
      Map<Integer, Integer> duplicates,
      Map<Integer, Overlap> overlaps,
      Set<Integer> overflowed,
      FileHashes hashes,
      Map<Integer, List<PieceResult>> results,
      Collected collected) {}

  private Collected collect() {
    return new Collected(spill, settings.factBytes(), rowBytes);
  }

  Result read(List<Path> arguments) throws IOException {
    EvidenceTree<Recognised> tree =
        EvidenceTree.find(
            arguments,
            settings.limits(),
            recogniser,
            tasks -> Threads.runAll(tasks, settings.threads()));
    checkRules(tree);
    Map<Integer, Integer> duplicates =
        Duplicates.find(
            tree, file -> isLog(tree, file), tasks -> Threads.runAll(tasks, settings.threads()));
    Map<Integer, Cutter.Cuts> cuts = cut(tree, duplicates);
    Plan plan = Plan.of(tree, duplicates, cuts, Map.of());
    Strangers others = new Strangers(plan, true);
    readPieces(tree, plan, others);
    overlaps = Overlaps.find(tree, plan, results, settings);
    Map<Integer, SortedSet<StreamKey>> found = Strangers.of(results);
    FactStore numbers = new FactStore(spill, settings.factBytes(), collected.numbers.finish());
    repeated = Repeated.find(numbers, others.streams(), overlaps);
    if (!overlaps.isEmpty() || !found.isEmpty() || !repeated.isEmpty()) {
      plan = Plan.of(tree, duplicates, cuts, found);
      readAgain(tree, plan);
    }
    hashes.findRest(tree, plan.files(), settings.threads());
    return new Result(
        tree, plan, duplicates, overlaps, overflowed, hashes, new TreeMap<>(results), collected);
  }

  private void readAgain(EvidenceTree<Recognised> tree, Plan plan) throws IOException {
    results.clear();
    collected.discardRows();
    collected = collect();
    done.set(0);
    readPieces(tree, plan, new Strangers(plan, false));
  }

  private static boolean isLog(EvidenceTree<Recognised> tree, EvidenceFile file) {
    Recognised what = tree.sampled(file);
    return what != null && what.parser() != null;
  }

  private Map<Integer, Cutter.Cuts> cut(
      EvidenceTree<Recognised> tree, Map<Integer, Integer> duplicates) {
    Map<Integer, Cutter.Cuts> cuts = new ConcurrentHashMap<>();
    List<Runnable> tasks = new ArrayList<>();
    for (EvidenceFile file : tree.files()) {
      Recognised what = file.problem() == null ? tree.sampled(file) : null;
      LogParser parser = what == null ? null : what.parser();
      if (what != null
          && parser != null
          && parser.splitting() == Splitting.AT_LINES
          && file.seekable()
          && file.size() > settings.pieceBytes()
          && !duplicates.containsKey(file.id())) {
        tasks.add(() -> cutOne(tree, file, what, parser, cuts));
      }
    }
    Threads.runAll(tasks, settings.threads());
    return cuts;
  }

  private void cutOne(
      EvidenceTree<Recognised> tree,
      EvidenceFile file,
      Recognised what,
      LogParser parser,
      Map<Integer, Cutter.Cuts> cuts) {
    try {
      Cutter.Cuts found = Cutter.cut(tree, file, what, parser, recogniser, settings.pieceBytes());
      cuts.put(file.id(), found);
      hashes.put(file, found.sha256());
    } catch (IOException e) {
      // then it is read as a whole, and fails at the same place with a line in the ledger
    }
  }

  /** First what is told first hand, then what repeats it, then what remarks on it. */
  private void readPieces(EvidenceTree<Recognised> tree, Plan plan, Strangers others) {
    List<Seams> seams = plan.piecesOf().stream().map(Seams::new).toList();
    firstHand = FirstHand.NOTHING;
    strangers = others;
    for (Hand hand : Hand.values()) {
      List<List<Piece>> tasks = plan.tasks(hand);
      if (!tasks.isEmpty()) {
        readTasks(tree, tasks, seams, plan.joins());
        firstHand = FirstHand.of(plan, collected.rates);
      }
    }
    overflowed = new TreeSet<>();
    for (int stream = 0; stream < seams.size(); stream++) {
      if (seams.get(stream).overflowed()) {
        overflowed.add(stream);
      }
    }
  }

  private void readTasks(
      EvidenceTree<Recognised> tree, List<List<Piece>> tasks, List<Seams> seams, boolean joins) {
    long total = tree.bundles().stream().mapToLong(Bundle::cost).sum();
    Queue<List<Piece>> queue = new ConcurrentLinkedQueue<>(tasks);
    List<Runnable> loops = new ArrayList<>();
    int threads = Math.max(1, Math.min(settings.threads(), tasks.size()));
    for (int i = 0; i < threads; i++) {
      Worker worker = new Worker(collected, spill, threads, joins);
      loops.add(
          () -> {
            Threads.drain(
                queue,
                task -> {
                  readTask(tree, task, worker, seams);
                  progress.read(done.get(), total);
                });
            worker.finish();
          });
    }
    Threads.runEach(loops);
  }

  private void readTask(
      EvidenceTree<Recognised> tree, List<Piece> task, Worker worker, List<Seams> seams) {
    Map<Integer, Piece> waiting = new TreeMap<>();
    task.forEach(piece -> waiting.put(piece.file().id(), piece));
    Piece only = task.size() == 1 ? task.get(0) : null;
    if (only != null) {
      try (HashingStream in = open(tree, only)) {
        readPiece(in, waiting.remove(only.file().id()), worker, seams);
      } catch (IOException e) {
        waiting.put(only.file().id(), only);
      }
    } else {
      readBundle(tree, task, waiting, worker, seams);
    }
    for (Piece missed : waiting.values()) { // what could not even be opened
      readPiece(new HashingStream(new FailingStream()), missed, worker, seams);
    }
  }

  private static HashingStream open(EvidenceTree<Recognised> tree, Piece piece) throws IOException {
    return piece.isWhole()
        ? tree.openHashing(piece.file())
        : new HashingStream(tree.openAt(piece.file(), piece.offset(), piece.length()));
  }

  private void readBundle(
      EvidenceTree<Recognised> tree,
      List<Piece> task,
      Map<Integer, Piece> waiting,
      Worker worker,
      List<Seams> seams) {
    List<EvidenceFile> wanted = task.stream().map(Piece::file).toList();
    try {
      tree.read(
          new Bundle(wanted, 0),
          (file, in) -> readPiece(new HashingStream(in), waiting.remove(file.id()), worker, seams));
    } catch (IOException e) {
      // those that were not visited are still waiting
    }
  }

  private void readPiece(
      HashingStream in, @Nullable Piece piece, Worker worker, List<Seams> seams) {
    if (piece == null || piece.what().parser() == null) {
      return;
    }
    int file = piece.file().id();
    PieceReader reader =
        new PieceReader(
            worker,
            piece.what().parser(),
            piece,
            countFrom(piece),
            repeated.getOrDefault(file, NOTHING),
            Objects.requireNonNull(strangers),
            firstHand);
    PieceResult result = reader.read(in, recogniser.parseSettings(piece.file().path()));
    done.addAndGet(result.bytes());
    keep(piece, result);
    seams.get(piece.stream()).finished(piece.position(), reader.edges(), worker.names, worker);
  }

  private long countFrom(Piece piece) {
    Overlap overlap = overlaps.get(piece.file().id());
    return overlap == null ? 0 : overlap.end();
  }

  private void keep(Piece piece, PieceResult result) {
    results
        .computeIfAbsent(piece.file().id(), id -> Collections.synchronizedList(new ArrayList<>()))
        .add(result);
    hashes.put(piece.file(), result.sha256());
  }

  /** A rule that matches nothing was mistyped: better said before the long work than after. */
  private void checkRules(EvidenceTree<Recognised> tree) {
    check("zone", settings.zones(), tree);
    check("year", settings.years(), tree);
    check("date-order", settings.dateOrders(), tree);
    check("parser", settings.parsers(), tree);
  }

  private static void check(
      String option, List<? extends PathRule<?>> rules, EvidenceTree<Recognised> tree) {
    for (PathRule<?> rule : rules) {
      if (tree.files().stream().noneMatch(file -> rule.matches(file.path()))) {
        throw new UnmatchedRuleException(option, rule);
      }
    }
  }
}
