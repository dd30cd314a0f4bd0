package postmortem.parser.windows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import postmortem.parser.Hand;
import postmortem.parser.LogParser;
import postmortem.parser.NoSurvey;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.Sample;
import postmortem.parser.Splitting;
import postmortem.parser.StreamKey;
import postmortem.parser.Survey;

/** What the parsers of event logs have in common, whatever the form. Stateless, as each of them. */
public abstract class EventLogParser implements LogParser {

  /** How a sample is read. */
  protected static final ParseSettings SAMPLED = new ParseSettings(null, 0, Sample.LENGTH);

  /** A reader of the sample's head. */
  protected abstract EventReader reader(Sample sample) throws IOException;

  /** The head of a sample, to be read as a file. */
  protected static PieceInput head(Sample sample) {
    return new PieceInput(new ByteArrayInputStream(sample.head()), 0, 1, 0, 0, sample.path());
  }

  @Override
  public final boolean joins() {
    return true;
  }

  @Override
  public final Hand hand() {
    return Hand.THIRD;
  }

  @Override
  public Splitting splitting() {
    return Splitting.NEVER;
  }

  @Override
  public final StreamKey stream(Sample sample) {
    StreamKey found = EventStream.first(() -> reader(sample));
    return found == null ? EventStream.UNKNOWN : found;
  }

  @Override
  public final Survey newSurvey(Sample sample, ParseSettings settings) {
    return new NoSurvey();
  }

  @Override
  public final String explained(String text) {
    return StatusWords.explained(text);
  }
}
