package postmortem.parser.windows.line;

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
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.Sample;
import postmortem.parser.Splitting;
import postmortem.parser.windows.EventLogParser;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventTexts;
import postmortem.parser.windows.Ignoring;
import postmortem.parser.windows.Secrets;
import postmortem.text.AsciiText;

/** Events as single lines of syslog, as Snare, OSSEC, Wazuh, NTsyslog and evtsys send them. */
public final class EventLineParser extends EventLogParser {

  private static final int ENOUGH = 200; // lines
  private static final int SEVERAL = 3;
  private static final String COMMAND_LINE = "Command Line";

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
    try (EventLineReader reader = new EventLineReader(head(sample), SAMPLED)) {
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

  @Override
  public Splitting splitting() {
    return Splitting.AT_LINES;
  }

  @Override
  protected EventReader reader(Sample sample) {
    return new EventLineReader(head(sample), SAMPLED);
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    return new EventLineReader(piece, settings);
  }

  /** A command line (event 4688) may hold a password, and nothing shows where it ends. */
  @Override
  public void mask(byte[] record) {
    Secrets.maskAuth(record, 0, record.length);
    int at = AsciiText.find(record, 0, record.length, COMMAND_LINE);
    if (at >= 0) {
      Arrays.fill(record, at + COMMAND_LINE.length(), record.length, (byte) '*');
    }
  }
}
