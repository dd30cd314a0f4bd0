package postmortem.parser.windows.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Names;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.FileFacts;
import postmortem.parser.Format;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.Sample;
import postmortem.parser.windows.EventLogParser;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventTexts;
import postmortem.parser.windows.Ignoring;
import postmortem.parser.windows.Secrets;
import postmortem.text.AsciiText;

/** Reads an event log that was exported as a table: its kinds tell how a layout is found. */
abstract sealed class ExportParser extends EventLogParser
    permits EventViewerCsvParser, EventTableParser, EventDumpParser {

  private static final int ENOUGH = 200; // rows

  /** The number of the event that tells of a process that was started. */
  private static final String STARTED = "4688";

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
    if (layout == null) {
      return Confidence.NONE;
    }
    Confidence found = probe(b, layout);
    if (found == Confidence.NONE || !layout.isCommon() || tells(sample)) {
      return found;
    }
    // a row that is longer than the header is what Event Viewer writes, in whatever language
    return layout.lastTakesRest() ? Confidence.POSSIBLE : Confidence.NONE;
  }

  /** Does any of the first rows tell an event of ours? */
  private boolean tells(Sample sample) {
    try (EventReader head = reader(sample)) {
      Ignoring sink = new Ignoring(new Names());
      Fate fate = head.next(sink);
      while (fate != Fate.END && fate != Fate.EVENTS) {
        fate = head.next(sink);
      }
      return fate == Fate.EVENTS;
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
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
      return headed ? headed(layout) : Confidence.LIKELY;
    }
    return good > 0 && good * 2 >= rows || headed && rows <= 1
        ? Confidence.POSSIBLE
        : Confidence.NONE;
  }

  /** Tables of much else have a number, a time and a text; who logged them, only event logs. */
  private static Confidence headed(TableLayout layout) {
    boolean logged = layout.has(Column.SOURCE) || layout.has(Column.CHANNEL);
    return logged ? Confidence.CERTAIN : Confidence.POSSIBLE;
  }

  @Override
  protected EventReader reader(Sample sample) throws IOException {
    return new ExportReader(head(sample), SAMPLED, this::layout);
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings)
      throws IOException {
    return new ExportReader(piece, settings, this::layout);
  }

  /**
   * A command line (event 4688) may hold a password, and may stand before the number as well as
   * behind it: such a row tells nothing, and all of it is hidden.
   */
  @Override
  public void mask(byte[] record) {
    Secrets.maskAuth(record, 0, record.length);
    int at = AsciiText.find(record, 0, record.length, STARTED);
    while (at >= 0) {
      int behind = at + STARTED.length();
      if (isEdge(record, at - 1) && isEdge(record, behind)) {
        Arrays.fill(record, (byte) '*');
        return;
      }
      at = AsciiText.find(record, behind, record.length, STARTED);
    }
  }

  /** Does a cell begin or end here? */
  private static boolean isEdge(byte[] record, int at) {
    if (at < 0 || at >= record.length) {
      return true;
    }
    byte c = record[at];
    return c == ',' || c == ';' || c == '"' || c == '\t' || c == ' ';
  }
}
