package postmortem.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import postmortem.event.SourceRef;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.evidence.HashingStream;

/** Single records of evidence that has been read before, found again without reading all of it. */
public final class EvidenceRecords {

  private static final int SCRATCH = 1 << 18;

  private final EvidenceTree<Recognised> tree;
  private final Set<String> same = new HashSet<>(); // paths of files that have the hash they had

  private EvidenceRecords(EvidenceTree<Recognised> tree) {
    this.tree = tree;
  }

  /** Finds the files; none of them is read to its end. */
  public static EvidenceRecords find(List<Path> arguments, RunSettings settings) {
    Recogniser recogniser = new Recogniser(BuiltIns.parsers(), settings);
    return new EvidenceRecords(EvidenceTree.find(arguments, settings.limits(), recogniser));
  }

  /**
   * The texts of records, secrets masked.
   *
   * @param path the ledger path of their file
   * @param sha256 that the file had when the places were noted; null where nobody knows
   * @param places whose ledger ids do not matter
   * @return a text for each place, "" for one that cannot be read
   * @throws IOException where the file is not there any more, or is another; the message says so
   */
  public List<String> texts(String path, @Nullable String sha256, List<SourceRef> places)
      throws IOException {
    EvidenceFile file =
        tree.files().stream()
            .filter(f -> f.path().equals(path))
            .findFirst()
            .orElseThrow(() -> new IOException("the evidence is not there any more: " + path));
    if (sha256 != null && !same.contains(path) && !sha256.equals(hash(file))) {
      throw new IOException("the evidence has changed since it was read: " + path);
    }
    same.add(path);
    List<SourceRef> here = new ArrayList<>();
    for (SourceRef place : places) {
      here.add(new SourceRef(file.id(), place.record(), place.offset(), place.length()));
    }
    SortedMap<SourceRef, String> texts = new RecordTexts(tree).read(here);
    return here.stream().map(place -> texts.getOrDefault(place, "")).toList();
  }

  private @Nullable String hash(EvidenceFile file) throws IOException {
    try (HashingStream in = tree.openHashing(file)) {
      byte[] scratch = new byte[SCRATCH];
      while (in.read(scratch, 0, SCRATCH) >= 0) {
        // the stream does the work
      }
      return in.sha256();
    }
  }
}
