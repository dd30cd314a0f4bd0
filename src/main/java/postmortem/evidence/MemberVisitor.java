package postmortem.evidence;

import java.io.IOException;

/** Reads the members of a bundle, one after the other. */
@FunctionalInterface
public interface MemberVisitor {

  /**
   * Called once for each member without a {@linkplain EvidenceFile#problem() problem}, in the order
   * of the container.
   *
   * @param in the decoded member from its start, as from {@link EvidenceTree#openHashing}; may be
   *     left unread; need not be closed; throws {@link EvidenceException} where the medium fails,
   *     which the visitor should catch, or the members after it are not visited
   */
  void visit(EvidenceFile file, HashingStream in) throws IOException;
}
