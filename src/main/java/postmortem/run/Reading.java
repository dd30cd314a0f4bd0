package postmortem.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import postmortem.evidence.Bundle;
import postmortem.evidence.Duplicates;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.evidence.HashingStream;
import postmortem.parser.LogParser;
import postmortem.parser.Splitting;

/** Reads all evidence once, on several threads, and keeps what the workers collected. */
final class Reading {

  private static final int SCRATCH = 1 << 18;
  private static final String OVERFLOWED =
      "More sessions were open at once than there is room for: those that were silent longest"
          + " were ended early.";

  private final RunSettings settings;
  private final Recogniser recogniser;
  private final Progress progress;
  private final TempSpill spill;
  private final AtomicLong done = new AtomicLong();
  private final Map<Integer, String> hashes = new ConcurrentHashMap<>();
  private final Map<Integer, Long> sizes = new ConcurrentHashMap<>();
  private final Map<Integer, String> failures = new ConcurrentHashMap<>();
  private final Map<Integer, List<PieceResult>> results = new ConcurrentHashMap<>();
  private Collected collected;
  private Map<Integer, Overlap> overlaps = Map.of();

  Reading(RunSettings settings, List<LogParser> parsers, Progress progress, TempSpill spill) {
    this.settings = settings;
    this.recogniser = new Recogniser(parsers, settings);
    this.progress = progress;
    this.spill = spill;
    this.collected = new Collected(spill, settings.factBytes());
  }

  /**
   * What the reading came to, by ledger id.
   *
   * @param overlaps by the file whose first records another file holds too
   * @param duplicates the file that holds all of a file that was not read
   * @param hashes SHA-256 in hex of what was read to its end
   * @param sizes in bytes, of files that are no known log
   * @param failures why a file that is no known log could not be hashed
   */
  record Result(
      EvidenceTree<Recognised> tree,
      Plan plan,
      Map<Integer, Integer> duplicates,
      Map<Integer, Overlap> overlaps,
      Map<Integer, String> hashes,
      Map<Integer, Long> sizes,
      Map<Integer, String> failures,
      Map<Integer, List<PieceResult>> results,
      Collected collected) {}

  Result read(List<Path> arguments) {
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
    Plan plan = Plan.of(tree, duplicates, cuts);
    readPieces(tree, plan);
    overlaps = Overlaps.find(tree, plan, results, settings);
    if (!overlaps.isEmpty()) {
      results.clear();
      collected = new Collected(spill, settings.factBytes());
      done.set(0);
      readPieces(tree, plan);
    }
    hashUnknown(tree, plan);
    return new Result(
        tree,
        plan,
        duplicates,
        overlaps,
        new TreeMap<>(hashes),
        new TreeMap<>(sizes),
        new TreeMap<>(failures),
        new TreeMap<>(results),
        collected);
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
      if (found.sha256() != null) {
        hashes.put(file.id(), found.sha256());
      }
    } catch (IOException e) {
      // then it is read as a whole, and fails at the same place with a line in the ledger
    }
  }

  private void readPieces(EvidenceTree<Recognised> tree, Plan plan) {
    List<Seams> seams = plan.piecesOf().stream().map(Seams::new).toList();
    long total = tree.bundles().stream().mapToLong(Bundle::cost).sum();
    Queue<List<Piece>> queue = new ConcurrentLinkedQueue<>(plan.tasks());
    List<Runnable> loops = new ArrayList<>();
    int threads = Math.max(1, Math.min(settings.threads(), plan.tasks().size()));
    for (int i = 0; i < threads; i++) {
      Worker worker = new Worker(collected, spill, threads);
      loops.add(
          () -> {
            Threads.drain(
                queue,
                task -> {
                  readTask(tree, task, worker, seams);
                  progress.read(done.get(), total);
                });
            worker.handOver();
          });
    }
    Threads.runEach(loops);
    noteOverflows(plan, seams);
  }

  private void noteOverflows(Plan plan, List<Seams> seams) {
    for (List<Piece> task : plan.tasks()) {
      for (Piece piece : task) {
        if (seams.get(piece.stream()).overflowed()) {
          results
              .getOrDefault(piece.file().id(), List.of())
              .forEach(r -> r.notes().add(OVERFLOWED));
        }
      }
    }
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
    for (Piece missed : waiting.values()) {
      miss(missed, worker, seams);
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
    PieceReader reader = new PieceReader(worker, piece.what().parser(), piece, countFrom(piece));
    PieceResult result = reader.read(in, recogniser.parseSettings(piece.file().path()));
    done.addAndGet(result.bytes());
    keep(piece, result);
    seams.get(piece.stream()).finished(piece.position(), reader.edges(), worker.names, worker);
  }

  private long countFrom(Piece piece) {
    Overlap overlap = overlaps.get(piece.file().id());
    return overlap == null ? 0 : overlap.end();
  }

  /** A piece that could not even be opened. */
  private void miss(Piece piece, Worker worker, List<Seams> seams) {
    LogParser parser = piece.what().parser();
    if (parser != null) {
      PieceReader reader = new PieceReader(worker, parser, piece, countFrom(piece));
      PieceResult nothing =
          reader.read(
              new HashingStream(new FailingStream()),
              recogniser.parseSettings(piece.file().path()));
      keep(piece, nothing);
      seams.get(piece.stream()).finished(piece.position(), reader.edges(), worker.names, worker);
    }
  }

  private void keep(Piece piece, PieceResult result) {
    results
        .computeIfAbsent(piece.file().id(), id -> Collections.synchronizedList(new ArrayList<>()))
        .add(result);
    if (result.sha256() != null) {
      hashes.put(piece.file().id(), result.sha256());
    }
  }

  /** A rule that matches nothing was mistyped: better said before the long work than after. */
  private void checkRules(EvidenceTree<Recognised> tree) {
    check("zone", settings.zones(), tree);
    check("year", settings.years(), tree);
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

  /** Every file has its hash in the ledger, a known log or not. */
  private void hashUnknown(EvidenceTree<Recognised> tree, Plan plan) {
    Set<Integer> read = new HashSet<>();
    plan.tasks().forEach(task -> task.forEach(piece -> read.add(piece.file().id())));
    List<Runnable> tasks = new ArrayList<>();
    for (EvidenceFile file : tree.files()) {
      String known = file.sha256();
      if (known != null) {
        hashes.put(file.id(), known);
        sizes.put(file.id(), Math.max(0, file.size()));
      } else if (file.problem() == null && !read.contains(file.id())) {
        tasks.add(() -> hash(tree, file));
      }
    }
    Threads.runAll(tasks, settings.threads());
  }

  private void hash(EvidenceTree<Recognised> tree, EvidenceFile file) {
    try (HashingStream in = tree.openHashing(file)) {
      byte[] scratch = new byte[SCRATCH];
      while (in.read(scratch, 0, SCRATCH) >= 0) {
        sizes.put(file.id(), in.count());
      }
      String sha256 = in.sha256();
      if (sha256 != null) {
        hashes.put(file.id(), sha256);
      }
    } catch (IOException e) {
      failures.put(file.id(), String.valueOf(e.getMessage()));
    }
  }
}
