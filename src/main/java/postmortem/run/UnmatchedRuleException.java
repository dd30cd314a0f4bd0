package postmortem.run;

/** Something was said about files that are not there. */
public final class UnmatchedRuleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnmatchedRuleException(String glob) {
    super(
        "no file matches '"
            + glob
            + "': check the glob against the paths that 'postmortem inspect' lists");
  }
}
