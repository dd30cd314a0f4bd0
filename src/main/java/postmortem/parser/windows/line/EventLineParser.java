package postmortem.parser.windows.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import postmortem.event.Names;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
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
import postmortem.parser.windows.Ignoring;
import postmortem.text.AsciiText;

/** Events as single lines of syslog, as Snare, OSSEC, Wazuh, NTsyslog and evtsys send them. */
public final class EventLineParser implements LogParser {

  private static final int ENOUGH = 200; // lines
  private static final int SEVERAL = 3;
  private static final String COMMAND_LINE = "Command Line";
  private static final ParseSettings SAMPLED = new ParseSettings(null, 0, Sample.LENGTH);

  private static final Format FORMAT =
      new Format(
          "windows-event-syslog",
          "Windows event log as lines of syslog",
          EventTexts.SHOWS,
          cannotShow(),
          true);

  private static List<String> cannotShow() {
    List<String> sentences = new ArrayList<>(EventTexts.CANNOT_SHOW);
    sentences.add("Lines that a relay cut short have lost the end of their texts.");
    return sentences;
  }

  @Override
  public Format format() {
    return FORMAT;
  }

  /** A file of syslog may have few lines of Windows among many others. */
  @Override
  public Confidence probe(Sample sample) {
    int rows = 0;
    int events = 0;
    try (EventLineReader reader = new EventLineReader(piece(sample), SAMPLED)) {
      Ignoring sink = new Ignoring(new Names());
      for (Fate fate = reader.next(sink);
          fate != Fate.END && rows < ENOUGH;
          fate = reader.next(sink)) {
        rows += reader.isBlank() ? 0 : 1;
        events += reader.isEvent() ? 1 : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    if (events == 0) {
      return Confidence.NONE;
    }
    return events >= SEVERAL || events * 2 >= rows ? Confidence.LIKELY : Confidence.POSSIBLE;
  }

  private static PieceInput piece(Sample sample) {
    return new PieceInput(new ByteArrayInputStream(sample.head()), 0, 1, 0, 0, sample.path());
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
    return Splitting.AT_LINES;
  }

  @Override
  public StreamKey stream(Sample sample) {
    StreamKey found = EventStream.first(() -> new EventLineReader(piece(sample), SAMPLED));
    return found == null ? EventStream.UNKNOWN : found;
  }

  @Override
  public Survey newSurvey(Sample sample, ParseSettings settings) {
    return new NoSurvey();
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    return new EventLineReader(piece, settings);
  }

  /** A command line (event 4688) may hold a password, and nothing shows where it ends. */
  @Override
  public void mask(byte[] record) {
    int at = AsciiText.find(record, 0, record.length, COMMAND_LINE);
    if (at >= 0) {
      Arrays.fill(record, at + COMMAND_LINE.length(), record.length, (byte) '*');
    }
  }
}
