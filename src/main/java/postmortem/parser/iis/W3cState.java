package postmortem.parser.iis;

import org.jspecify.annotations.Nullable;
import postmortem.text.AsciiTimes;

/**
 * What a row of a W3C log does not say itself, but lines before it do.
 *
 * @param columns null where there was no {@code #Fields}
 * @param day of a row without a date; 0 where rows have dates; {@link AsciiTimes#NO_DAY} where
 *     nobody knows
 * @param second of the day, for a row without a time; 0 where rows have times; {@link #DAY_OF_NAME}
 *     where the day is that of the file's name
 */
record W3cState(@Nullable Columns columns, int day, int second) {

  /** The day comes from the file's name, because no {@code #Date} tells it. */
  static final int DAY_OF_NAME = -1;

  /** Before the first directive. */
  static final W3cState NONE = new W3cState(null, 0, 0);

  /** After more changes than any log has: what its fields are is not followed any more. */
  static final W3cState LOST = new W3cState(null, AsciiTimes.NO_DAY, 0);

  /** Says only what rows of these columns need, so that equal states are equal values. */
  static W3cState of(@Nullable Columns columns, int day, int back, int second) {
    if (columns == null) {
      return NONE;
    }
    if (columns.has(Column.DATE)) {
      return new W3cState(columns, 0, 0);
    }
    if (day == AsciiTimes.NO_DAY) {
      return new W3cState(columns, day, 0);
    }
    boolean named = second == DAY_OF_NAME;
    return new W3cState(columns, day - back, named || !columns.has(Column.TIME) ? second : 0);
  }

  /** Does a row's day depend on the rows before it? */
  boolean countsMidnights() {
    return columns != null && !columns.has(Column.DATE) && columns.has(Column.TIME);
  }
}
