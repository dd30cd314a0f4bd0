package postmortem.parser.windows.export;

import org.jspecify.annotations.Nullable;
import postmortem.parser.windows.CodePage;
import postmortem.parser.windows.Description;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.Publisher;
import postmortem.parser.windows.Unsaid;
import postmortem.parser.windows.Utf8Text;
import postmortem.text.AsciiNumbers;
import postmortem.text.CsvFields;

/** Fills the values of an event from a row. */
final class RowValues {

  private final TableLayout layout;
  private final CodePage codePage;
  private final Unsaid unsaid;
  private final EventValues values = new EventValues();
  private final Description description = new Description(values);
  private final JoinedStrings joined = new JoinedStrings(values);
  private final PayloadJson payload = new PayloadJson(values);
  private boolean assumed;

  /**
   * @param path of the file, which may name the log
   */
  RowValues(TableLayout layout, CodePage codePage, String path) {
    this.layout = layout;
    this.codePage = codePage;
    this.unsaid = new Unsaid(path);
  }

  EventValues values() {
    return values;
  }

  /** Reads number, source, channel and computer; false where there is no number. */
  boolean head(ExportRows row) {
    values.clear();
    assumed = false;
    int cell = layout.cell(layout.has(Column.ID) ? Column.ID : Column.INSTANCE);
    long id = AsciiNumbers.unsigned(row.block(), row.start(cell), row.end(cell));
    if (id < 0) {
      return false;
    }
    values.id((int) id & 0xffff);
    logNumber(row);
    field(Field.PROVIDER, row, Column.SOURCE);
    field(Field.COMPUTER, row, Column.COMPUTER);
    field(Field.CHANNEL, row, Column.CHANNEL);
    if (isPath(Field.CHANNEL)) {
      values.noField(Field.CHANNEL);
    }
    assumed = !values.has(Field.CHANNEL) && !values.has(Field.PROVIDER);
    if (!assumed) {
      unsaid.complete(values);
    }
    return true;
  }

  private void logNumber(ExportRows row) {
    int cell = layout.has(Column.RECORD_ID) ? layout.cell(Column.RECORD_ID) : row.fields();
    if (cell < row.fields()) {
      values.logNumber(
          Math.max(0, AsciiNumbers.unsigned(row.block(), row.start(cell), row.end(cell))));
    }
  }

  private void field(Field field, ExportRows row, Column column) {
    if (layout.has(column)) {
      cell(values.begin(), row, layout.cell(column));
      values.finish(field);
    }
  }

  /** A log may be named by its file. */
  private boolean isPath(Field field) {
    for (int i = values.start(field); i < values.end(field); i++) {
      byte c = values.bytes()[i];
      if (c == '\\' || c == ':' || c == '.') {
        return true;
      }
    }
    return false;
  }

  /** What the event tells; null where that is nothing. */
  @Nullable KnownEvent known() {
    if (!values.has(Field.PROVIDER)) {
      assumed = Publisher.assume(values);
    }
    return KnownEvent.of(values);
  }

  /** Was it taken to be of the publisher whose event of this number tells something? */
  boolean isAssumed() {
    return assumed;
  }

  /** Reads what the event says; false where that cannot be told. */
  boolean describe(KnownEvent known, ExportRows row) {
    if (hasText(row, Column.PAYLOAD)) {
      int start = text(row, Column.PAYLOAD);
      payload.read(start, values.text().length());
      known.takeStrings(values);
    } else if (hasText(row, Column.STRINGS)) {
      int start = text(row, Column.STRINGS);
      split(start, values.text().length());
      known.takeStrings(values);
    } else if (hasText(row, Column.JOINED)) {
      int start = text(row, Column.JOINED);
      return joined.read(known, start, values.text().length());
    } else if (hasText(row, Column.TEXT)) {
      int start = text(row, Column.TEXT);
      description.read(known, start, values.text().length());
    }
    return !assumed || saysSomething();
  }

  /** An event of another publisher has none of the values that the assumed one has. */
  private boolean saysSomething() {
    return values.has(Field.ACCOUNT)
        || values.has(Field.ACTOR)
        || values.has(Field.PERSON)
        || values.has(Field.ERROR);
  }

  private boolean hasText(ExportRows row, Column column) {
    int cell = layout.cell(column);
    return layout.has(column) && cell < row.fields() && row.start(cell) < row.end(cell);
  }

  private int text(ExportRows row, Column column) {
    Utf8Text out = values.begin();
    int start = out.length();
    cell(out, row, layout.cell(column));
    return start;
  }

  /** Strings are joined by {@code |}: told apart once they are decoded. */
  private void split(int from, int to) {
    byte[] b = values.bytes();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || b[i] == '|') {
        values.addString(start, i);
        start = i + 1;
      }
    }
  }

  private void cell(Utf8Text out, ExportRows row, int cell) {
    if (cell >= row.fields()) {
      return;
    }
    int from = row.start(cell);
    int to = row.end(cell);
    if (row.isQuoted(cell)) {
      byte[] single = new byte[to - from];
      int end = CsvFields.copyUndoubled(row.block(), from, to, single, 0);
      codePage.decode(out, single, 0, end);
    } else {
      codePage.decode(out, row.block(), from, to);
    }
  }
}
