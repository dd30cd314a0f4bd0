package postmortem.parser.windows.xml;

import org.jspecify.annotations.Nullable;
import postmortem.parser.Confidence;
import postmortem.parser.FileFacts;
import postmortem.parser.Format;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.Sample;
import postmortem.parser.StreamKey;
import postmortem.parser.windows.EventLogParser;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventStream;
import postmortem.parser.windows.EventTexts;
import postmortem.parser.windows.Secrets;
import postmortem.text.AsciiText;

/** Events as {@code wevtutil qe /f:xml} prints them, or as Event Viewer saves them as XML. */
public final class EventXmlParser extends EventLogParser {

  private static final String NAMESPACE = "schemas.microsoft.com/win/2004/08/events/event";

  private static final Format FORMAT =
      new Format(
          "windows-event-xml",
          "Windows event log as XML",
          EventTexts.SHOWS,
          EventTexts.CANNOT_SHOW,
          true);

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Confidence probe(Sample sample) {
    byte[] b = sample.head();
    if (first(sample) == null) {
      return Confidence.NONE;
    }
    return AsciiText.contains(b, 0, b.length, NAMESPACE) ? Confidence.CERTAIN : Confidence.LIKELY;
  }

  /** The stream of the first event of the sample; null where there is no event. */
  private static @Nullable StreamKey first(Sample sample) {
    byte[] b = sample.head();
    if (AsciiText.find(b, 0, b.length, "<Event") < 0) {
      return null;
    }
    return EventStream.first(() -> new EventXmlReader(head(sample), SAMPLED));
  }

  @Override
  protected EventReader reader(Sample sample) {
    return new EventXmlReader(head(sample), SAMPLED);
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    return new EventXmlReader(piece, settings);
  }

  /** A command line (event 4688) may hold a password. */
  @Override
  public void mask(byte[] record) {
    Secrets.maskXml(record, 0, record.length);
  }
}
