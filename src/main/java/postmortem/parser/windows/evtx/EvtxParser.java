package postmortem.parser.windows.evtx;

import java.io.ByteArrayInputStream;
import postmortem.parser.Confidence;
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

/** The event log of Windows Vista and later, as it lies on the disk. */
public final class EvtxParser implements LogParser {

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
    PieceInput head = new PieceInput(new ByteArrayInputStream(sample.head()), 0, 1, 0, 0);
    StreamKey found = EventStream.first(() -> new EvtxReader(head));
    return found == null ? EventStream.UNKNOWN : found;
  }

  @Override
  public Survey newSurvey(Sample sample, ParseSettings settings) {
    return new NoSurvey();
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    return new EvtxReader(piece);
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
