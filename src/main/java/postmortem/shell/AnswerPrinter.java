package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import postmortem.store.QueryException;

/** Writes an answer in one form, row after row; the target stays open. */
interface AnswerPrinter {

  /**
   * Writes all rows.
   *
   * @throws IOException where the target fails
   * @throws QueryException where the rest of the answer cannot be worked out; what was written
   *     stays
   */
  void print(Rows rows, OutputStream out) throws IOException, QueryException;
}
