package postmortem.run;

/** Is told how far the reading has got, from several threads. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (done, total) -> {};

  /**
   * @param done bytes of evidence that were read
   * @param total about how many there are
   */
  void read(long done, long total);
}
