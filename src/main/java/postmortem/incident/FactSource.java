package postmortem.incident;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;

/** Where facts can be read once more, in the order of time: {@code store::forEach}. */
@FunctionalInterface
public interface FactSource {

  /** Hands over all facts of these kinds, in the order of time. */
  void forEach(Set<FactKind> kinds, Consumer<Fact> consumer) throws IOException;
}
