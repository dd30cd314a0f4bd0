package postmortem.analysis;

/**
 * A time in which a stream has no record, though it has some at the same hours of all other days.
 *
 * @param stream id
 * @param from the end of the last minute with a record, nanoseconds since 1970 UTC
 * @param to the beginning of the next one with a record
 * @param expected minutes with a record, as on the other days
 * @param chance that there is none by chance
 * @param records that stand in such a time on the quietest of the other days
 */
public record Silence(
    int stream, long from, long to, double expected, double chance, long records) {}
