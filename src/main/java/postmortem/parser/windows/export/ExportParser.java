package postmortem.parser.windows.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** Reads an event log that was exported as a table: its kinds tell how a layout is found. */
abstract sealed class ExportParser implements LogParser
    permits EventViewerCsvParser, EventTableParser, EventDumpParser {

  private static final int ENOUGH = 200; // rows
  private static final ParseSettings SAMPLED = new ParseSettings(null, 0, Sample.LENGTH);

  private final Format format;
  private final boolean headed;

  /**
   * @param headed does a header line tell the layout?
   * @param cannotShow beyond what no event log shows
   */
  ExportParser(String id, String name, boolean headed, String cannotShow) {
    List<String> sentences = new ArrayList<>(EventTexts.CANNOT_SHOW);
    sentences.add(cannotShow);
    this.format = new Format(id, name, EventTexts.SHOWS, sentences, true);
    this.headed = headed;
  }

  /** The layout that the first bytes of a file show; null where they show none. */
  abstract @Nullable TableLayout find(byte[] head);

  /** The layout of a file that is said to be of this kind and shows none. */
  abstract TableLayout unknown();

  private TableLayout layout(byte[] head) {
    TableLayout found = find(head);
    return found == null ? unknown() : found;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public Confidence probe(Sample sample) {
    byte[] b = sample.head();
    TableLayout layout = find(b);
    return layout == null ? Confidence.NONE : probe(b, layout);
  }

  private Confidence probe(byte[] b, TableLayout layout) {
    int rows = 0;
    int good = 0;
    try (ExportRows all = new ExportRows(new ByteArrayInputStream(b), 0, Sample.LENGTH, layout)) {
      for (int line = 0; rows < ENOUGH && all.next(); line++) {
        if (line >= layout.headRows() && all.bad() == null && all.end() > all.start()) {
          rows++;
          good += layout.isRow(all) ? 1 : 0;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    if (good >= (headed ? 1 : 2) && (good + 1) * 10 >= rows * 9) {
      return headed ? Confidence.CERTAIN : Confidence.LIKELY;
    }
    return good > 0 && good * 2 >= rows || headed && rows <= 1
        ? Confidence.POSSIBLE
        : Confidence.NONE;
  }

  @Override
  public boolean localClock() {
    return true;
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
    PieceInput head =
        new PieceInput(new ByteArrayInputStream(sample.head()), 0, 1, 0, 0, sample.path());
    StreamKey found = EventStream.first(() -> new ExportReader(head, SAMPLED, this::layout));
    return found == null ? EventStream.UNKNOWN : found;
  }

  @Override
  public Survey newSurvey(Sample sample, ParseSettings settings) {
    return new NoSurvey();
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings)
      throws IOException {
    return new ExportReader(piece, settings, this::layout);
  }

  /** An account's name is no secret, and nothing else that is typed stands here. */
  @Override
  public void mask(byte[] record) {
    // nothing to hide
  }
}
