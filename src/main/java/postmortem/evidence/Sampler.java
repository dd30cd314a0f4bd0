package postmortem.evidence;

/**
 * Looks at the samples of each file while the evidence is being found; samples are not kept.
 *
 * @param <T> what it makes of them
 */
@FunctionalInterface
public interface Sampler<T> {

  /**
   * Called once for each file without a problem, in no order; keeps no array of the samples it does
   * not need.
   */
  T look(Samples samples);
}
