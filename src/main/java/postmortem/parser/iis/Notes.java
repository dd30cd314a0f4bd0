package postmortem.parser.iis;

import java.util.SortedSet;

/** What is to be said about a log of the SMTP service, beside its records. */
final class Notes {

  static final String OTHER_SERVICES =
      "Records of services other than SMTP stand in this file too; they were passed over.";

  static final String MASKED_VERBS =
      "Some commands were overwritten with x by a device in front of this server; what they were"
          + " cannot be seen, and AUTH may be among them.";

  static final String TOO_MANY_CHANGES =
      "The header of this file changes more often than that of any log; records after the limit"
          + " were not read.";

  private static final String NO_HEADER =
      "Records stand before the first #Fields; they were read in the service's full layout of 21"
          + " fields.";

  private static final String NO_DATE =
      "This log has no date column: days come from #Date and midnights.";

  private static final String DAY_OF_NAME =
      "No #Date stands before records without a date: the day comes from the file's name.";

  private static final String NO_TIME =
      "This log has no time column: a record has the time of the last #Date before it, so rates"
          + " cannot be told.";

  private Notes() {}

  /** Adds what the columns of a state leave unsaid. */
  static void of(W3cState state, SortedSet<String> notes) {
    Columns columns = state.columns();
    if (columns == null) {
      notes.add(NO_HEADER);
      return;
    }
    for (Column column : Column.values()) {
      String loss = column.loss();
      if (loss != null && !columns.has(column)) {
        notes.add(loss);
      }
    }
    if (state.second() == W3cState.DAY_OF_NAME) {
      notes.add(DAY_OF_NAME);
    } else if (state.countsMidnights()) {
      notes.add(NO_DATE);
    }
    if (!columns.has(Column.TIME)) {
      notes.add(NO_TIME);
    }
  }
}
