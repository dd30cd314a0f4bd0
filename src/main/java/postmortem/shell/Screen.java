package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import postmortem.store.QueryException;

/** Where the shell writes: a terminal, or a pipe. */
interface Screen {

  /** Something to be shown, however long it is. */
  @FunctionalInterface
  interface Content {
    void to(OutputStream out) throws IOException, QueryException;
  }

  Display display();

  /** Rows of an answer that are shown; whoever wants more exports them. */
  long mostRows();

  /** Can it show blocks and dots? */
  boolean drawsBlocks();

  /**
   * Shows it.
   *
   * @throws IOException where nobody reads it any more
   * @throws QueryException where its answer ends too early
   */
  void show(Content content) throws IOException, QueryException;

  /** Says something that is no part of an answer. */
  void say(String line);

  /**
   * Says what is wrong.
   *
   * @param line one line
   * @param place lines that show where, or ""
   */
  void complain(String line, String place);
}
