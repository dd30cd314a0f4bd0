package postmortem.parser;

import java.io.Closeable;
import java.io.IOException;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one piece of an evidence file, on one thread.
 *
 * <p>The law: each record has one {@link Fate}, so records = those that gave events + parts +
 * ignored + rejected; and each byte of the piece lies in a record, in a line end, or in what is
 * reported as unread.
 */
public interface RecordReader extends Closeable {

  /**
   * Reads the next record.
   *
   * @return its fate; {@link Fate#END} when there is none
   * @throws IOException the medium failed; what was read until then stands
   */
  Fate next(RecordSink sink) throws IOException;

  /**
   * The current record as one line of text with its secrets masked, where the raw bytes are no text
   * (see {@link LogParser#rendersRecords()}).
   */
  default String rendered() {
    return "";
  }

  /**
   * The number that the log itself gave the current record, equal in whatever copy or export of the
   * log; 0 where the record has none.
   */
  default long logNumber() {
    return 0;
  }

  /**
   * In which order the dates of the file have their parts: the name of a {@link DateOrder}, or
   * {@code ambiguous} where nothing decides it; null where there is no such question.
   */
  default @Nullable String dateOrder() {
    return null;
  }

  /**
   * What is to be said about the file, in full sentences; complete after END. Equal sentences of
   * several pieces are said once.
   */
  SortedSet<String> notes();
}
