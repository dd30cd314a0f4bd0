package postmortem.analysis;

import java.util.List;

/**
 * One pass of one detector over all facts of its kinds, in the order it asked for, on one thread.
 */
public interface Sweep {

  void next(Fact fact);

  /**
   * Must all facts be shown once more, from the first? Asked after the last fact of each pass;
   * {@link #end()} is called when the answer is no. So a sweep can judge first, with little state,
   * and collect the evidence of what it convicts afterwards.
   */
  default boolean again() {
    return false;
  }

  /** What was found, in any order. Called once, after the last fact. */
  List<Finding> end();
}
