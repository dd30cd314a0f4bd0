package postmortem.parser.windows.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import postmortem.parser.Confidence;
import postmortem.parser.FileFacts;
import postmortem.parser.Format;
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
import postmortem.text.AsciiNumbers;

/**
 * An event log as Event Viewer of Windows 2000 and 2003 saves it, with commas or with tabs: no
 * head, the newest row first, texts in the language of the machine.
 */
public final class EventViewerCsvParser implements LogParser {

  private static final int ENOUGH = 200; // rows
  private static final ParseSettings SAMPLED = new ParseSettings(null, 0, Sample.LENGTH);

  private static final Format FORMAT =
      new Format(
          "eventviewer-csv-2003",
          "Windows event log, exported by Event Viewer of Windows 2000 or 2003",
          EventTexts.SHOWS,
          cannotShow(),
          true);

  private static List<String> cannotShow() {
    List<String> sentences = new ArrayList<>(EventTexts.CANNOT_SHOW);
    sentences.add("The export says neither the zone of its clock nor the numbers of its records.");
    return sentences;
  }

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Confidence probe(Sample sample) {
    byte[] b = sample.head();
    if (!ExportRows.isRow(b, 0, Math.min(b.length, 64))) {
      return Confidence.NONE;
    }
    int rows = 0;
    int good = 0;
    try (ExportRows all = rows(b)) {
      while (rows < ENOUGH && all.next()) {
        if (all.bad() == null && all.end() > all.start()) {
          rows++;
          good += isRow(all) ? 1 : 0;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    if (good >= 2 && (good + 1) * 10 >= rows * 9) {
      return Confidence.LIKELY;
    }
    return good > 0 && good * 2 >= rows ? Confidence.POSSIBLE : Confidence.NONE;
  }

  private static ExportRows rows(byte[] b) {
    return new ExportRows(new ByteArrayInputStream(b), 0, Sample.LENGTH);
  }

  /** With a number where the event is, and none where the source is. */
  private static boolean isRow(ExportRows row) {
    byte[] b = row.block();
    return row.fields() == ExportRows.FIELDS
        && ExportRows.isRow(b, row.start(), row.end())
        && AsciiNumbers.unsigned(b, row.start(5), row.end(5)) >= 0
        && AsciiNumbers.unsigned(b, row.start(2), row.end(2)) < 0
        && AsciiNumbers.unsigned(b, row.start(3), row.end(3)) < 0
        && row.end(2) > row.start(2)
        && row.end(7) > row.start(7);
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
  public Splitting splitting() {
    return Splitting.NEVER;
  }

  @Override
  public StreamKey stream(Sample sample) {
    PieceInput head =
        new PieceInput(new ByteArrayInputStream(sample.head()), 0, 1, 0, 0, sample.path());
    StreamKey found = EventStream.first(() -> new ExportReader(head, SAMPLED));
    return found == null ? EventStream.UNKNOWN : found;
  }

  @Override
  public Survey newSurvey(Sample sample, ParseSettings settings) {
    return new NoSurvey();
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings)
      throws IOException {
    return new ExportReader(piece, settings);
  }

  /** An account's name is no secret, and nothing else that is typed stands here. */
  @Override
  public void mask(byte[] record) {
    // nothing to hide
  }
}
