package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;

/** Reads the members of a bundle, one after the other. */
@FunctionalInterface
public interface MemberVisitor {

  /**
   * Called once for each member without a {@linkplain EvidenceFile#problem() problem}, in the order
   * of the container.
   *
   * @param in the decoded member from its start; may be left unread; need not be closed; throws
   *     {@link EvidenceException} where the medium fails, which the visitor should catch, or the
   *     members after it are not visited
   */
  void visit(EvidenceFile file, InputStream in) throws IOException;
}
