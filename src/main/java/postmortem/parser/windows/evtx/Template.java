package postmortem.parser.windows.evtx;

/**
 * A template, or XML without one, made ready: where it has what is asked for, and its text.
 * Immutable.
 */
final class Template {

  private final Plan plan;
  private final Outline outline;
  private final int size;

  private Template(Plan plan, Outline outline, int size) {
    this.plan = plan;
    this.outline = outline;
    this.size = size;
  }

  /**
   * Makes ready what stands between two places.
   *
   * @param definition is it the definition of a template?
   */
  static Template of(Chunk chunk, int from, int to, boolean definition) throws DamageException {
    return new Template(
        PlanBuilder.of(chunk, from, to, definition),
        OutlineBuilder.of(chunk, from, to, definition),
        to - from);
  }

  Plan plan() {
    return plan;
  }

  Outline outline() {
    return outline;
  }

  /** How many bytes it was made of. */
  int size() {
    return size;
  }
}
