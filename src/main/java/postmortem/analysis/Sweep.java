package postmortem.analysis;

import java.util.List;

/**
 * One pass of one detector over all facts of its kinds, in the order it asked for, on one thread.
 */
public interface Sweep {

  void next(Fact fact);

  /** What was found, in any order. Called once, after the last fact. */
  List<Finding> end();
}
