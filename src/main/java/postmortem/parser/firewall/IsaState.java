package postmortem.parser.firewall;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import postmortem.text.AsciiText;
import postmortem.text.AsciiTimes;

/**
 * What directives say of the rows below them. Immutable.
 *
 * @param columns null where there was no {@code #Fields}
 * @param day of the last {@code #Date}, for rows without a date: a new file is begun each day
 *     (isa-tmg.md, 1); {@link AsciiTimes#NO_DAY} where there was none
 */
record IsaState(@Nullable Columns columns, int day) {

  /** Before the first directive. */
  static final IsaState NONE = new IsaState(null, AsciiTimes.NO_DAY);

  /** The state below a line that begins with {@code #}; this one, if the line says nothing new. */
  IsaState after(byte[] b, int from, int to) {
    if (AsciiText.startsWithIgnoreCase(b, from, to, "#Fields:")) {
      Columns found = Columns.parse(b, from + "#Fields:".length(), to);
      return found == null || Objects.equals(found, columns) ? this : new IsaState(found, day);
    }
    if (AsciiText.startsWithIgnoreCase(b, from, to, "#Date:")) {
      int start = from + "#Date:".length();
      while (start < to && b[start] == ' ') {
        start++;
      }
      int end = Math.min(to, start + AsciiTimes.DATE_LENGTH);
      int found = AsciiTimes.day(b, start, end);
      return found == AsciiTimes.NO_DAY || found == day ? this : new IsaState(columns, found);
    }
    return this;
  }
}
