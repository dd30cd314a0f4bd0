package postmortem.parser.windows.block;

import java.io.IOException;
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
import postmortem.parser.windows.EventTexts;
import postmortem.parser.windows.Unsaid;

/** An event log as {@code evtexport} and {@code evtxexport} of libyal write it. */
public final class EvtexportParser implements LogParser {

  private static final Format FORMAT =
      new Format(
          "evtexport-text",
          "Windows event log as text of evtexport or evtxexport",
          EventTexts.SHOWS,
          EventTexts.CANNOT_SHOW,
          true);

  private static final BlockForms FORMS =
      new BlockForms((codePage, path, settings) -> new Evtexport(codePage, new Unsaid(path)));

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Confidence probe(Sample sample) {
    return FORMS.probe(sample);
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
    return FORMS.stream(sample);
  }

  @Override
  public Survey newSurvey(Sample sample, ParseSettings settings) {
    return new NoSurvey();
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings)
      throws IOException {
    return FORMS.open(piece, settings);
  }

  @Override
  public void mask(byte[] record) {
    BlockForms.mask(record);
  }
}
