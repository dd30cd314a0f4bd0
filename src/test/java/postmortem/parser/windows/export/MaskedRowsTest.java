package postmortem.parser.windows.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command line may hold a password: rows that have one are hidden, and no others. */
class MaskedRowsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"net use x: /user:anna geheim7\",4688,Security",
        "Information,5/13/2023 4:02:02 PM,Security-Auditing,4688,(13312),\"net use geheim7",
        "2003-07-01\t09:00:00\t4688\tgeheim7",
        "\"4688\";\"geheim7\"",
        "port 4688,\"4688\",geheim7",
        "4688,2024-05-13 16:02:02,geheim7",
        "2024-05-13 16:02:02,geheim7,4688"
      })
  void hidesARowWithACommandLine(String row) {
    assertFalse(masked(row).contains("geheim7"), row);
  }

  @Test
  void showsOtherRows() {
    String row = "Audit Failure,5/13/2023 4:02:02 PM,Security,4625,\"Source Port:\t4688\r\nanna\"";
    assertEquals(row, masked(row));
  }

  private static String masked(String row) {
    byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
    new EventTableParser().mask(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
