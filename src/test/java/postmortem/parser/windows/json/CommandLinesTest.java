package postmortem.parser.windows.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines do not leave the parser. */
final class CommandLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"CommandLine\":\"a\\\"b\",\"x\":1} | {\"CommandLine\":\"****\",\"x\":1}",
        "{\"CommandLine\" : \"ab | {\"CommandLine\" : \"**",
        "{\"@Name\":\"CommandLine\",\"#text\":\"ab\"} | {\"@Name\":\"CommandLine\",\"#text\":\"**\"}",
        "{\"command_line\":\"ab\",\"args\":[\"a\",\"b\"],\"c\":1} |"
            + " {\"command_line\":\"**\",\"args\":[*******],\"c\":1}",
        "{\"m\":\"Process Command Line:\\tab\",\"c\":1} |"
            + " {\"m\":\"Process Command Line*****\",\"c\":1}",
        "{\"P\":\"{\\\"CommandLine\\\":\\\"ab\\\"}\",\"c\":1} |"
            + " {\"P\":\"{\\\"CommandLine**********\",\"c\":1}",
        "{\"CommandLine\":null,\"c\":1} | {\"CommandLine\":null,\"c\":1}",
      })
  void areHidden(String record, String masked) {
    byte[] b = record.getBytes(StandardCharsets.US_ASCII);
    CommandLines.mask(b);
    assertEquals(masked, new String(b, 0, b.length, StandardCharsets.US_ASCII));
  }
}
