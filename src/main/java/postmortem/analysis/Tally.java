package postmortem.analysis;

import java.io.DataOutput;
import java.io.IOException;
import postmortem.event.Event;
import postmortem.event.Names;

/**
 * Counts of plentiful traffic, which merge. Mutable, one per worker.
 *
 * <p>A fresh one is the identity of {@link #merge}. Merging is associative and commutative in its
 * result: sums are integers, extremes are extremes.
 *
 * @param <T> the tally itself
 */
public interface Tally<T extends Tally<T>> {

  /** Counts one event. Keeps no slice of it. */
  void add(Event event);

  /**
   * Folds another tally into this one and leaves the other unusable.
   *
   * @param ids what the other tally's ids are in the names of this one
   */
  void merge(T other, Names.Renaming ids);

  /** Writes all counts in a canonical order, so that equal tallies give equal bytes. */
  void write(DataOutput out) throws IOException;
}
