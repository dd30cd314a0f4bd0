package postmortem.parser.windows.evtx;

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

/** The event log of Windows Vista and later, as it lies on the disk. */
public final class EvtxParser extends EventLogParser {

  private static final Format FORMAT =
      new Format(
          "evtx", "Windows event log (EVTX)", EventTexts.SHOWS, EventTexts.CANNOT_SHOW, true);

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Confidence probe(Sample sample) {
    byte[] b = sample.head();
    boolean chunks = Chunk.isMagic(b, 0) || Chunk.isMagic(b, FileHeader.SIZE);
    return FileHeader.isSigned(b) || chunks ? Confidence.CERTAIN : Confidence.NONE;
  }

  @Override
  protected EventReader reader(Sample sample) {
    return new EvtxReader(head(sample), false);
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    return new EvtxReader(piece, settings.leftovers());
  }

  @Override
  public boolean rendersRecords() {
    return true;
  }

  /** Nothing of a binary record is shown as it is. */
  @Override
  public void mask(byte[] record) {
    java.util.Arrays.fill(record, (byte) '*');
  }
}
