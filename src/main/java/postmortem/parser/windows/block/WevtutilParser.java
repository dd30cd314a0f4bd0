package postmortem.parser.windows.block;

import java.io.IOException;
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

/** An event log as {@code wevtutil qe /f:text} writes it, in the language of the machine. */
public final class WevtutilParser extends EventLogParser {

  private static final Format FORMAT =
      new Format(
          "windows-event-text",
          "Windows event log as text of wevtutil",
          EventTexts.SHOWS,
          EventTexts.CANNOT_SHOW,
          true);

  private static final BlockForms FORMS =
      new BlockForms((codePage, path, settings) -> new Wevtutil(codePage, settings));

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Confidence probe(Sample sample) {
    return FORMS.probe(sample);
  }

  @Override
  protected EventReader reader(Sample sample) throws IOException {
    return FORMS.open(head(sample), SAMPLED);
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
