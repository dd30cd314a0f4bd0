package postmortem.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import postmortem.event.SourceRef;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;

/**
 * The texts of records that another report cites, and those of others from the evidence, where it
 * is still there and unchanged.
 */
final class KeptTexts {

  private final CaseReport before;
  private final List<Path> evidence;
  private final RunSettings settings;

  /**
   * @param evidence where the evidence of the report before is now
   */
  KeptTexts(CaseReport before, List<Path> evidence, RunSettings settings) {
    this.before = before;
    this.evidence = List.copyOf(evidence);
    this.settings = settings;
  }

  /** The records at these places; one whose text nobody has any more is left out. */
  SortedMap<SourceRef, String> read(List<SourceRef> places) {
    SortedMap<SourceRef, String> texts = new TreeMap<>();
    SortedMap<Integer, List<SourceRef>> others = new TreeMap<>();
    for (SourceRef place : places) {
      String text = before.samples().get(place);
      if (text != null) {
        texts.put(place, text);
      } else {
        others.computeIfAbsent(place.ledger(), id -> new ArrayList<>()).add(place);
      }
    }
    if (!others.isEmpty() && !evidence.isEmpty()) {
      EvidenceRecords records = EvidenceRecords.find(evidence, settings);
      for (LedgerEntry entry : before.ledger()) {
        readFile(entry, others.getOrDefault(entry.id(), List.of()), records, texts);
      }
    }
    return texts;
  }

  private static void readFile(
      LedgerEntry file,
      List<SourceRef> places,
      EvidenceRecords records,
      SortedMap<SourceRef, String> texts) {
    if (places.isEmpty()) {
      return;
    }
    try {
      List<String> found = records.texts(file.path(), file.sha256(), places);
      for (int i = 0; i < places.size(); i++) {
        if (!found.get(i).isEmpty()) {
          texts.put(places.get(i), found.get(i));
        }
      }
    } catch (IOException goneOrChanged) {
      // the report says of each of these that its text was not kept
    }
  }
}
