package postmortem.store;

/** A question that got no answer: the message is one sentence for whoever asked it. */
public final class QueryException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why there is no answer. */
  public enum Why {
    /** It is not allowed to ask this. */
    REFUSED,
    /** The question makes no sense, or its answer cannot be worked out. */
    WRONG,
    /** Whoever asked does not want to know any more. */
    CANCELLED
  }

  private final Why why;
  private final int start;
  private final int end;

  QueryException(Why why, String message) {
    this(why, message, -1, -1);
  }

  QueryException(Why why, String message, int start, int end) {
    super(message);
    this.why = why;
    this.start = start;
    this.end = end;
  }

  public Why why() {
    return why;
  }

  /** Where in the statement the fault begins, in chars; -1 where nobody can say. */
  public int start() {
    return start;
  }

  /** Where it ends; not before {@link #start}. */
  public int end() {
    return end;
  }
}
