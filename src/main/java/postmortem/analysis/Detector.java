package postmortem.analysis;

import java.util.Set;

/** Looks for one kind of attack. Stateless; its state is a {@link Sweep}. */
public interface Detector {

  /** Stable, kebab-case: {@code brute-force}. */
  String id();

  /** The facts that its sweep wants to see. */
  Set<FactKind> inputs();

  /** The order in which its sweep wants to see them. */
  default FactOrder order() {
    return FactOrder.TIME;
  }

  Sweep newSweep(Context context);
}
