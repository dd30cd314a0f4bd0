package postmortem.analysis;

/**
 * A time in which a stream has no record, though it has some at the same hours of all other days.
 *
 * @param stream id
 * @param from the end of the last minute with a record, nanoseconds since 1970 UTC
 * @param to the beginning of the next one with a record
 * @param expected minutes with a record, on the quietest of the other days
 * @param records that usually stand in such a time
 */
public record Silence(int stream, long from, long to, double expected, long records) {}
