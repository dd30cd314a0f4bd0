package postmortem.parser.windows.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import postmortem.event.Names;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.FileFacts;
import postmortem.parser.Format;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.Sample;
import postmortem.parser.windows.EventLogParser;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventTexts;
import postmortem.parser.windows.Ignoring;
import postmortem.parser.windows.Secrets;
import postmortem.text.AsciiText;

/**
 * Events as JSON, as {@code evtx_dump}, EvtxECmd, Winlogbeat, NXLog, Wazuh and PowerShell's {@code
 * ConvertTo-Json} write them.
 */
public final class EventJsonParser extends EventLogParser {

  private static final int ENOUGH = 50; // objects

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
    try (EventJsonReader reader = new EventJsonReader(head(sample), SAMPLED)) {
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

  @Override
  protected EventReader reader(Sample sample) throws IOException {
    return new EventJsonReader(head(sample), SAMPLED);
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
    Secrets.maskAuth(record, 0, record.length);
  }
}
