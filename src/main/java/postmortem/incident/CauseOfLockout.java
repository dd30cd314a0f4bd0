package postmortem.incident;

import java.util.List;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Times;

/**
 * A lock-out belongs to an attack where the account was guessed at then; else a device with an old
 * password, or its owner, did it.
 */
final class CauseOfLockout implements Deduction {

  private static final long SLACK = Times.HOUR;

  @Override
  public List<Finding> apply(List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                f.type() == FindingType.LOCKOUT && !isByGuessing(f, findings)
                    ? Redraft.of(f).severity(Severity.INFO).finding()
                    : f)
        .toList();
  }

  private static boolean isByGuessing(Finding lockout, List<Finding> findings) {
    return findings.stream()
        .anyMatch(
            f ->
                Role.of(f) == Role.GUESSING
                    && f.severity() != Severity.INFO
                    && f.start() - SLACK <= lockout.end()
                    && lockout.start() <= f.end() + SLACK
                    && Spans.shared(lockout.accounts(), f.accounts()) > 0);
  }
}
