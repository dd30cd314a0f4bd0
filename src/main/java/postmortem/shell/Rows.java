package postmortem.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.store.Answer;
import postmortem.store.AnswerColumn;
import postmortem.store.QueryException;

/** The rows of an answer, of which the first can be looked at before they are taken. */
final class Rows {

  private final Answer answer;
  private final Deque<List<@Nullable Object>> seen = new ArrayDeque<>();
  private final long most;
  private long taken;
  private boolean ended;

  /**
   * @param most rows that are wanted
   */
  Rows(Answer answer, long most) {
    this.answer = answer;
    this.most = most;
  }

  List<AnswerColumn> columns() {
    return answer.columns();
  }

  /** The next rows, as many as there are up to {@code count}; they can still be taken. */
  List<List<@Nullable Object>> peek(int count) throws QueryException {
    while (seen.size() < count && taken + seen.size() < most && read()) {
      // goes on
    }
    return new ArrayList<>(seen);
  }

  private boolean read() throws QueryException {
    if (ended || !answer.next()) {
      ended = true;
      return false;
    }
    seen.add(answer.row());
    return true;
  }

  /** The next row, or null where there are no more, or no more are wanted. */
  @Nullable List<@Nullable Object> take() throws QueryException {
    if (taken == most || seen.isEmpty() && !read()) {
      return null;
    }
    taken++;
    return seen.poll();
  }

  /** How many have been taken. */
  long taken() {
    return taken;
  }

  /** Are there more than were wanted? */
  boolean isCut() throws QueryException {
    return taken == most && (!seen.isEmpty() || read());
  }
}
