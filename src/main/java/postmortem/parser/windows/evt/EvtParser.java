package postmortem.parser.windows.evt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import postmortem.parser.Confidence;
import postmortem.parser.FileFacts;
import postmortem.parser.Format;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.Sample;
import postmortem.parser.windows.EventLogParser;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventTexts;
import postmortem.text.AsciiText;

/** The event log of Windows NT 3.x, 2000, XP and 2003, as it lies on the disk. */
public final class EvtParser extends EventLogParser {

  private static final Format FORMAT =
      new Format(
          "evt",
          "Windows event log of NT, 2000, XP and 2003 (EVT)",
          EventTexts.SHOWS,
          EventTexts.CANNOT_SHOW,
          true);

  @Override
  public Format format() {
    return FORMAT;
  }

  /** By its header, or by a record, because a log that was found in a dump has no header. */
  @Override
  public Confidence probe(Sample sample) {
    byte[] b = sample.head();
    if (EvtRecords.isHeader(b, b.length)) {
      return Confidence.CERTAIN;
    }
    if (!AsciiText.contains(b, 0, b.length, "LfLe")) { // which every record has
      return Confidence.NONE;
    }
    try (EvtRecords records = new EvtRecords(new ByteArrayInputStream(b), 0)) {
      while (records.next()) {
        if (records.bad() == null) {
          return Confidence.CERTAIN;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return Confidence.NONE;
  }

  @Override
  protected EventReader reader(Sample sample) {
    return new EvtReader(head(sample), false);
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    return new EvtReader(piece, settings.leftovers());
  }

  @Override
  public boolean rendersRecords() {
    return true;
  }

  /** Nothing of a binary record is shown as it is. */
  @Override
  public void mask(byte[] record) {
    Arrays.fill(record, (byte) '*');
  }
}
