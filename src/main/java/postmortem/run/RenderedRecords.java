package postmortem.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.SourceRef;
import postmortem.event.Step;
import postmortem.evidence.EvidenceFile;
import postmortem.parser.Fate;
import postmortem.parser.FileFacts;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;

/**
 * Reads a file again whose records are no text, and lets the reader say what the wanted ones are.
 */
final class RenderedRecords implements RecordSink {

  private static final int LONGEST = 1 << 12;
  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, Integer.MAX_VALUE);

  private final Names names = new Names();
  private final Map<Long, SourceRef> wanted = new HashMap<>();
  private @Nullable SourceRef current;

  private RenderedRecords(Collection<SourceRef> places) {
    places.forEach(place -> wanted.put(place.offset(), place));
  }

  /** Adds the texts of the records at these places. */
  static void read(
      InputStream in,
      EvidenceFile file,
      Collection<SourceRef> places,
      LogParser parser,
      SortedMap<SourceRef, String> texts)
      throws IOException {
    RenderedRecords sink = new RenderedRecords(places);
    PieceInput whole = new PieceInput(in, 0, 1, file.id(), 0, file.path());
    try (RecordReader reader = parser.open(whole, FileFacts.NONE, SETTINGS)) {
      while (!sink.wanted.isEmpty() && reader.next(sink) != Fate.END) {
        SourceRef found = sink.current;
        if (found != null) {
          String text = reader.rendered();
          String cut = text.substring(0, Math.min(text.length(), LONGEST));
          texts.put(found, parser.explained(cut));
          sink.current = null;
        }
      }
    }
  }

  private void at(long offset) {
    SourceRef place = wanted.remove(offset);
    current = place == null ? current : place;
  }

  private void at(Origin origin) {
    at(origin.offset());
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public void event(Event event) {
    at(event.origin());
  }

  @Override
  public void step(Step step) {
    at(step.origin());
  }

  @Override
  public void reject(RejectReason reason, long record, long offset, long length) {
    at(offset);
  }
}
