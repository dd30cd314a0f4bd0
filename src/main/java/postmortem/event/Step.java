package postmortem.event;

import org.jspecify.annotations.Nullable;

/**
 * What one record contributes to a session that several records make.
 *
 * @param origin the record
 * @param kind what it tells
 * @param direction who opened the connection
 * @param session the session that the record belongs to: a number that is equal for the records of
 *     one session and, but for chance, no others of its stream at that time
 * @param peer span of the other side's address, with or without a port ({@code 192.0.2.1}, {@code
 *     192.0.2.1:25}, {@code [2001:db8::1]:25})
 * @param local span of our side, likewise; absent where the log does not say
 * @param listener span of the connector or virtual server that took the connection, or absent
 * @param helo span of the name that the client gave, where the record repeats it, or absent
 * @param text span of the step's own text, see {@link StepKind}
 * @param status the reply code that the record itself tells; {@link #PENDING} where a {@link
 *     StepKind#REPLY} will tell it, {@link #NONE} where there is no reply to be had
 * @param number see {@link StepKind}
 * @param reason why it was refused; {@link Reason#NONE} where it was not, or nobody says
 */
public record Step(
    Origin origin,
    StepKind kind,
    Direction direction,
    long session,
    long peer,
    long local,
    long listener,
    long helo,
    long text,
    int status,
    long number,
    Reason reason) {

  /** The reply comes in a record of its own. */
  public static final int PENDING = -1;

  /** There is no reply. */
  public static final int NONE = 0;

  public long time() {
    return origin.time();
  }

  /** This step with its record in a small block of its own. */
  public Step detached() {
    Origin small = origin.detached();
    if (small == origin || !isInRecord()) {
      return this;
    }
    return new Step(
        small,
        kind,
        direction,
        session,
        origin.detachedSpan(peer),
        origin.detachedSpan(local),
        origin.detachedSpan(listener),
        origin.detachedSpan(helo),
        origin.detachedSpan(text),
        status,
        number,
        reason);
  }

  private boolean isInRecord() {
    return origin.holds(peer)
        && origin.holds(local)
        && origin.holds(listener)
        && origin.holds(helo)
        && origin.holds(text);
  }

  /** The step's text; null where it has none. */
  public @Nullable Slice textSlice() {
    return origin.slice(text);
  }
}
