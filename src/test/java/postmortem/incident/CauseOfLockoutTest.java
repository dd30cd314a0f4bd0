package postmortem.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;

final class CauseOfLockoutTest {

  @ParameterizedTest
  @CsvSource({
    "BRUTE_FORCE, HIGH, 10:00, 12:00, sales, MEDIUM",
    "PASSWORD_SPRAY, LOW, 10:00, 12:30, sales, MEDIUM", // ends within the hour before
    "BRUTE_FORCE, HIGH, 10:00, 11:30, sales, INFO", // long over
    "BRUTE_FORCE, HIGH, 10:00, 14:00, info, INFO", // of another account
    "BRUTE_FORCE, INFO, 10:00, 14:00, sales, INFO",
    "STALE_CREDENTIAL, INFO, 10:00, 14:00, sales, INFO",
  })
  void onlyGuessingAtTheAccountMakesItAnAttack(
      FindingType type, Severity severity, String from, String to, String at, Severity expected) {
    Finding guessing = new Draft(type, from, to).severity(severity).as(at).finding();
    Finding lockout =
        new Draft(FindingType.LOCKOUT, "13:00", "13:00")
            .severity(Severity.MEDIUM)
            .as("sales")
            .finding();

    Finding told = new CauseOfLockout().apply(List.of(guessing, lockout)).get(1);

    assertEquals(expected, told.severity());
    assertEquals(lockout.id(), told.id());
  }
}
