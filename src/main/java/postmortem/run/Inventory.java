package postmortem.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.evidence.KnownFile;

/** What evidence there is, by name and hash; nothing of it is parsed. */
public final class Inventory {

  private final EvidenceTree<Recognised> tree;
  private final Map<String, EvidenceFile> byPath = new TreeMap<>();
  private final SortedSet<String> hashes = new TreeSet<>();
  private final SortedSet<String> named = new TreeSet<>(); // hash and path

  private Inventory(EvidenceTree<Recognised> tree, FileHashes known) {
    this.tree = tree;
    for (EvidenceFile file : tree.files()) {
      byPath.put(file.path(), file);
      String hash = known.sha256(file);
      if (hash != null) {
        hashes.add(hash);
      }
      named.add(name(file.path(), hash));
    }
  }

  private static String name(String path, @Nullable String sha256) {
    return sha256 + " " + path;
  }

  /** Hashes all evidence. What cannot be read has no hash. */
  public static Inventory of(List<Path> arguments, RunSettings settings) {
    EvidenceTree<Recognised> tree =
        EvidenceTree.find(
            arguments,
            settings.limits(),
            new Recogniser(BuiltIns.parsers(), settings),
            tasks -> Threads.runAll(tasks, settings.threads()));
    FileHashes hashes = new FileHashes();
    hashes.findRest(tree, new TreeSet<>(), settings.threads());
    return new Inventory(tree, hashes);
  }

  /**
   * Is this all there is?
   *
   * @param ledger hash by path; null where a file has none
   */
  public boolean isAll(Map<String, @Nullable String> ledger) {
    SortedSet<String> before = new TreeSet<>();
    ledger.forEach((path, hash) -> before.add(name(path, hash)));
    return before.equals(named);
  }

  /** Those that are not there any more, under whatever name, and have not just grown. */
  public List<KnownFile> missing(List<KnownFile> known) {
    List<KnownFile> missing = new ArrayList<>();
    for (KnownFile file : known) {
      if (!hashes.contains(file.sha256()) && !hasGrown(file)) {
        missing.add(file);
      }
    }
    return missing;
  }

  private boolean hasGrown(KnownFile known) {
    EvidenceFile file = byPath.get(known.path());
    if (file == null || file.problem() != null) {
      return false;
    }
    try {
      return known.sha256().equals(tree.sha256OfFirst(file, known.size()));
    } catch (IOException e) {
      return false;
    }
  }
}
