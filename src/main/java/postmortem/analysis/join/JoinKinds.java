package postmortem.analysis.join;

import java.util.EnumSet;
import java.util.Set;
import postmortem.analysis.FactKind;

/** The facts that a join looks at. */
final class JoinKinds {

  static final Set<FactKind> READ =
      EnumSet.of(
          FactKind.ATTEMPT,
          FactKind.LOGON,
          FactKind.VALIDATION,
          FactKind.CONNECTION,
          FactKind.SESSION);

  private JoinKinds() {}
}
