package postmortem.parser.windows.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import postmortem.event.Names;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.FileFacts;
import postmortem.parser.Format;
import postmortem.parser.Hand;
import postmortem.parser.LogParser;
import postmortem.parser.NoSurvey;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.Sample;
import postmortem.parser.Splitting;
import postmortem.parser.StreamKey;
import postmortem.parser.Survey;
import postmortem.parser.windows.EventStream;
import postmortem.parser.windows.EventTexts;
import postmortem.parser.windows.Ignoring;
import postmortem.text.AsciiText;

/**
 * Events as JSON, as {@code evtx_dump}, EvtxECmd, Winlogbeat, NXLog, Wazuh and PowerShell's {@code
 * ConvertTo-Json} write them.
 */
public final class EventJsonParser implements LogParser {

  private static final int ENOUGH = 50; // objects
  private static final ParseSettings SAMPLED = new ParseSettings(null, 0, Sample.LENGTH);

  private static final Format FORMAT =
      new Format(
          "windows-event-json",
          "Windows event log as JSON",
          EventTexts.SHOWS,
          EventTexts.CANNOT_SHOW,
          true);

  @Override
  public Format format() {
    return FORMAT;
  }

  /** Objects of any kind are JSON: those that are events name their number and who logged it. */
  @Override
  public Confidence probe(Sample sample) {
    byte[] b = sample.head();
    if (AsciiText.indexOf(b, 0, b.length, '{') < 0) {
      return Confidence.NONE;
    }
    int events = 0;
    int others = 0;
    try (EventJsonReader reader = new EventJsonReader(piece(sample), SAMPLED)) {
      Ignoring sink = new Ignoring(new Names());
      for (Fate fate = reader.next(sink);
          fate != Fate.END && events + others < ENOUGH;
          fate = reader.next(sink)) {
        if (fate == Fate.REJECTED || !reader.isEvent()) {
          others++;
        } else {
          events++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    if (events == 0) {
      return Confidence.NONE;
    }
    return events * 2 >= others ? Confidence.LIKELY : Confidence.POSSIBLE;
  }

  private static PieceInput piece(Sample sample) {
    return new PieceInput(new ByteArrayInputStream(sample.head()), 0, 1, 0, 0, sample.path());
  }

  @Override
  public boolean joins() {
    return true;
  }

  @Override
  public Hand hand() {
    return Hand.THIRD;
  }

  @Override
  public Splitting splitting() {
    return Splitting.NEVER;
  }

  @Override
  public StreamKey stream(Sample sample) {
    StreamKey found = EventStream.first(() -> new EventJsonReader(piece(sample), SAMPLED));
    return found == null ? EventStream.UNKNOWN : found;
  }

  @Override
  public Survey newSurvey(Sample sample, ParseSettings settings) {
    return new NoSurvey();
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings)
      throws IOException {
    return new EventJsonReader(piece, settings);
  }

  /** A command line may hold a password. */
  @Override
  public void mask(byte[] record) {
    CommandLines.mask(record);
  }
}
