package postmortem.parser.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes in records of every form are explained behind them. */
final class StatusWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<Data Name='SubStatus'>0xC000006A</Data>|0xc000006a: the password is wrong",
        "Sub Status:\t0xc0000064|0xc0000064: there is no such account",
        "event 681, failure audit: \"a\" \"b\" \"3221226036\"|3221226036: the account is locked, and the"
            + " password was not checked",
        "'Status': -1073741715|-1073741715: the name or the password is wrong",
        "<Data Name='Status'>0x18</Data>|0x18: the password is wrong",
        "\"Status\": \"0x6\"|0x6: there is no such account",
        "Failure Code:\t\t0x12|0x12: the account is disabled, has expired, is locked, or is out of its"
            + " hours",
        "event 675, failure audit, category 9: \"info\" \"S-1-5\" \"0x18\" \"10.0.0.1\"|0x18: the password"
            + " is wrong",
      })
  void aCode(String text, String words) {
    assertEquals(text + " (" + words + ")", StatusWords.explained(text));
  }

  @ParameterizedTest
  @CsvSource({
    "<Data Name='Status'>0xc000006d</Data><Data Name='SubStatus'>0xc000006a</Data>,"
        + " '0xc000006d: the name or the password is wrong; 0xc000006a: the password is wrong'",
    "0xc000006a and 0xC000006A, 0xc000006a: the password is wrong",
  })
  void eachCodeOnce(String text, String words) {
    assertEquals(text + " (" + words + ")", StatusWords.explained(text));
  }

  @ParameterizedTest
  @CsvSource({
    "<Data Name='Status'>0x0</Data>",
    "nothing at all",
    "0xc0000abc of another program",
    "port 32212 or 3221225578901",
    "address 0x18 in a text",
  })
  void whatIsNoCodeStaysAsItIs(String text) {
    assertEquals(text, StatusWords.explained(text));
  }
}
