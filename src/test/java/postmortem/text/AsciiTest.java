package postmortem.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, dates, times, words and tokens, read from bytes that stand inside others. */
final class AsciiTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "007, 7",
    "9223372036854775799, 9223372036854775799",
    "9223372036854775800, 9223372036854775807",
    "9223372036854775808, 9223372036854775807",
    "99999999999999999999999999999, 9223372036854775807",
    "'', -1",
    "-, -1",
    "-1, -1",
    "+1, -1",
    "1 , 1",
    "1x, -1",
    "99999999999999999999999999999x, -1"
  })
  void numbers(String text, long expected) {
    byte[] b = padded(text);
    assertEquals(expected, AsciiNumbers.unsigned(b, 3, b.length - 3));
  }

  @Test
  void everyDayOfTheYearsThatLogsCanBeOf() {
    LocalDate last = LocalDate.of(2199, 12, 31);
    for (LocalDate day = LocalDate.EPOCH; !day.isAfter(last); day = day.plusDays(1)) {
      byte[] b = padded(day.toString());
      assertEquals(day.toEpochDay(), AsciiTimes.day(b, 3, b.length - 3), day.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2003-02-29",
        "2100-02-29",
        "2003-04-31",
        "2003-13-01",
        "2003-00-01",
        "2003-01-00",
        "1969-12-31",
        "2200-01-01",
        "2003/01/01",
        "2003-1-01",
        "2003-01-1",
        "20030101",
        "2003-01-01T",
        "-",
        "",
        "2003-0a-01"
      })
  void noDates(String text) {
    byte[] b = padded(text);
    assertEquals(AsciiTimes.NO_DAY, AsciiTimes.day(b, 3, b.length - 3));
  }

  @Test
  void everySecondOfTheDay() {
    for (int second = 0; second < 86_400; second++) {
      LocalTime time = LocalTime.ofSecondOfDay(second);
      byte[] b =
          padded("%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond()));
      assertEquals(second, AsciiTimes.secondOfDay(b, 3, b.length - 3));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "24:00:00",
        "12:60:00",
        "12:00:60",
        "1:00:00",
        "12:00",
        "12-00-00",
        "12:0x:00",
        "",
        "-"
      })
  void noTimes(String text) {
    byte[] b = padded(text);
    assertEquals(-1, AsciiTimes.secondOfDay(b, 3, b.length - 3));
  }

  @Test
  void wordsWithoutRegardToCase() {
    byte[] b = "xMaIl FROMx".getBytes(StandardCharsets.US_ASCII);
    assertTrue(AsciiText.equalsIgnoreCase(b, 1, 5, "MAIL"));
    assertFalse(AsciiText.equalsIgnoreCase(b, 1, 6, "MAIL"));
    assertTrue(AsciiText.startsWithIgnoreCase(b, 1, 10, "mail from"));
    assertFalse(AsciiText.startsWithIgnoreCase(b, 1, 9, "mail from"));
    assertFalse(AsciiText.equalsIgnoreCase("[".getBytes(StandardCharsets.US_ASCII), 0, 1, "{"));
    assertEquals(5, AsciiText.indexOf(b, 1, 10, ' '));
    assertEquals(-1, AsciiText.indexOf(b, 1, 5, ' '));
  }

  /** Against a plain loop; '!' is a blank with its lowest bit turned, where a quick test errs. */
  @Test
  void tokensAsAPlainLoopFindsThem() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] b = new byte[random.nextInt(60)];
      for (int i = 0; i < b.length; i++) {
        b[i] = (byte) " !a\u00a0".charAt(random.nextInt(4));
      }
      int from = random.nextInt(b.length + 1);
      int to = from + random.nextInt(b.length - from + 1);
      int[] expected = new int[62];
      int count = 1;
      expected[0] = from;
      for (int i = from; i < to; i++) {
        if (b[i] == ' ') {
          expected[count++] = i + 1;
        }
      }
      expected[count] = to + 1;
      int[] starts = new int[62];
      assertEquals(count, Tokens.cut(b, from, to, (byte) ' ', starts));
      assertEquals(Arrays.toString(expected), Arrays.toString(starts));
      assertEquals(count, Tokens.cut(b, from, to, (byte) ' ', new int[count + 1]));
      if (count > 1) {
        assertEquals(count, Tokens.cut(b, from, to, (byte) ' ', new int[count]), "no room");
      }
    }
  }

  private static byte[] padded(String text) {
    return ("12-" + text + ":34").getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void theFirstPlaceOfAByteIsFoundAmongAnyOthers() {
    Random random = new Random(7);
    byte[] near = {'>', '>' - 1, '>' + 1, (byte) ('>' | 0x80), 0, (byte) 0xff};
    for (int run = 0; run < 2_000; run++) {
      byte[] b = new byte[random.nextInt(40)];
      for (int i = 0; i < b.length; i++) {
        b[i] = near[random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(near.length - 1)];
      }
      int from = random.nextInt(b.length + 1);
      int to = from + random.nextInt(b.length - from + 1);
      int expected = from;
      while (expected < to && b[expected] != '>') {
        expected++;
      }
      assertEquals(expected < to ? expected : -1, AsciiText.indexOf(b, from, to, '>'));
    }
  }

  /** Eight bytes at a time finds what a search from each place on finds. */
  @ParameterizedTest
  @ValueSource(strings = {"<Event", "LfLe", "z", "@b", "Abc"})
  void find(String word) {
    Random random = new Random(3);
    String letters = "aAbBcC<eEvVnNtTlLfFzZ@`[{";
    for (int round = 0; round < 3000; round++) {
      byte[] b = new byte[random.nextInt(60)];
      for (int i = 0; i < b.length; i++) {
        b[i] = (byte) letters.charAt(random.nextInt(letters.length()));
      }
      if (round % 2 == 0 && b.length > word.length()) {
        byte[] there = word.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(there, 0, b, random.nextInt(b.length - there.length), there.length);
      }
      int from = random.nextInt(b.length + 1);
      int to = from + random.nextInt(b.length - from + 1);
      int expected = -1;
      for (int i = to - word.length(); i >= from; i--) {
        expected = AsciiText.startsWithIgnoreCase(b, i, to, word) ? i : expected;
      }
      assertEquals(expected, AsciiText.find(b, from, to, word), () -> word + Arrays.toString(b));
    }
  }
}
