package postmortem.analysis;

import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import postmortem.event.Outcome;

/**
 * Which facts a finding rests on: those of these kinds, with this outcome, between two times, that
 * are of the finding's sources and accounts where it names any.
 *
 * @param kinds not empty
 * @param outcome null: any
 * @param from first time, nanoseconds, inclusive
 * @param to last time, inclusive
 * @param streams ids; empty: all
 */
public record Selector(
    Set<FactKind> kinds,
    @Nullable Outcome outcome,
    long from,
    long to,
    SortedSet<Integer> streams) {}
