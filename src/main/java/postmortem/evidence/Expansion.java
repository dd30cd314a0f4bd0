package postmortem.evidence;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches how much comes out of one file on disk, over all its layers. Mutable; one owner.
 *
 * <p>A layer is held against what was read from disk, and not against the layer below it: archives
 * in archives multiply.
 */
final class Expansion {

  private static final long HARMLESS = 1 << 20;

  private final Limits limits;
  private final LongSupplier taken;
  private long expanded;

  /**
   * @param taken how many bytes were read from disk
   */
  Expansion(Limits limits, LongSupplier taken) {
    this.limits = limits;
    this.taken = taken;
  }

  /** Counts bytes that came out of the last layer. */
  void add(int bytes) {
    expanded += bytes;
  }

  /** Why to stop when so much came out of a layer; null where it may go on. */
  @Nullable String objection(long out) {
    if (out > HARMLESS && out / limits.expansion() > taken.getAsLong()) {
      return "stopped: expands more than " + limits.expansion() + " times (zip bomb?)";
    }
    if (Math.max(out, expanded) > limits.expandedBytes()) {
      return "stopped: expands to more than " + limits.expandedBytes() + " bytes";
    }
    return null;
  }
}
