package postmortem.shell;

import java.io.IOException;
import java.util.List;
import postmortem.store.QueryException;

/** A command of the shell that is no SQL. Stateless; what it knows is the session's. */
interface DotCommand {

  /** What its words are, for completion. */
  enum Takes {
    NOTHING,
    FINDING,
    INCIDENT,
    TABLE,
    COLUMN,
    VALUE,
    QUERY,
    FORMAT,
    CHART,
    COMMAND
  }

  /** Without the dot. */
  String name();

  /** The words after the name: {@code ID}, {@code [N] COLUMN of TABLE}. */
  String usage();

  /** What it does: a few words. */
  String help();

  default Takes takes() {
    return Takes.NOTHING;
  }

  /**
   * Does it.
   *
   * @param words of the line behind the name
   * @param rest of the line behind the name, as it was typed
   * @throws CommandException where the words make no sense
   */
  void run(Session session, List<String> words, String rest) throws IOException, QueryException;
}
