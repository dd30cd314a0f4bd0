package postmortem.run;

/** Something was said about files that are not there. */
public final class UnmatchedRuleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnmatchedRuleException(String option, PathRule<?> rule) {
    super(
        "no file matches '%s' (%s = %s=%s): compare it with the paths that 'postmortem inspect' lists"
            .formatted(rule.glob(), option, rule.glob(), rule.value()));
  }
}
