package postmortem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Questions to a case, and their answers. */
final class LockedCaseTest {

  private static LockedCase opened;

  @BeforeAll
  static void open() throws IOException {
    opened = LockedCase.open(RealCase.file());
  }

  @AfterAll
  static void close() {
    opened.close();
  }

  private static List<Object> row(String sql, Map<String, String> values) throws QueryException {
    try (Answer answer = opened.ask(sql, values)) {
      assertTrue(answer.next());
      return answer.row();
    }
  }

  private static QueryException fails(String sql) {
    return assertThrows(
        QueryException.class,
        () -> {
          try (Answer answer = opened.ask(sql, Map.of())) {
            while (answer.next()) {
              answer.row();
            }
          }
        });
  }

  @Test
  void valuesAreThoseOfTheProduct() throws QueryException {
    assertEquals(
        Arrays.asList(
            null,
            "x",
            7L,
            1.5,
            new BigInteger("170141183460469231731687303715884105727"),
            true,
            Instant.parse("2010-11-17T23:22:23.210Z"),
            List.of(1L, 2L),
            Map.of("a", "b"),
            Instant.parse("2010-11-17T23:22:23.210000100Z")),
        row(
            "SELECT NULL, 'x', 7, 1.5::DOUBLE, 170141183460469231731687303715884105727::HUGEINT, true,"
                + " TIMESTAMP '2010-11-17 23:22:23.210', [1, 2], {'a': 'b'},"
                + " TIMESTAMP_NS '2010-11-17 23:22:23.210000100'",
            Map.of()));
  }

  @Test
  void parametersAreValuesAndNothingElse() throws QueryException {
    String hostile = "'; DROP TABLE events; --";
    Map<String, String> values = Map.of("a", hostile, "b", "5");
    assertEquals(
        List.of(hostile, 6L, hostile, "$a"),
        row("SELECT $a, 1 + $b::INT, $a /* $c */, '$a' -- $d", values));
    assertEquals(
        List.of(3L),
        row("SELECT count(*) FROM range(10) WHERE range < $b AND range > 1", Map.of("b", "5")));
    QueryException e =
        assertThrows(QueryException.class, () -> opened.ask("SELECT 1, $nobody", values));
    assertEquals("the parameter $nobody has no value", e.getMessage());
    assertEquals(10, e.start());
    assertThrows(QueryException.class, () -> opened.ask("SELECT ?", values));
  }

  @Test
  void faultsHaveTheirPlace() {
    String sql = "SELECT 'grüße 日本 \ud83d\ude00',\n  acount FROM auth";
    QueryException e = fails(sql);
    assertEquals("acount", sql.substring(e.start(), e.end()));
    assertEquals(QueryException.Why.WRONG, e.why());
    assertEquals(1, e.getMessage().lines().count());
    String named = "SELECT $a, acount FROM auth";
    QueryException other =
        assertThrows(QueryException.class, () -> opened.ask(named, Map.of("a", "x")));
    assertEquals("acount", named.substring(other.start(), other.end()));
    assertTrue(fails("SELECT * FROM nope").getMessage().contains("nope does not exist"));
    assertTrue(fails("SELEC 1").getMessage().contains("near \"SELEC\""));
    assertTrue(fails("").getMessage().contains("no question"));
  }

  /** Neither where it begins nor in the middle may a fault look like the end of the answer. */
  @Test
  void anAnswerThatFailsSaysSo() {
    assertEquals("boo", fails("SELECT error('boo')").getMessage());
    QueryException late =
        fails(
            "SELECT CASE WHEN range = 900000 THEN error('late') ELSE range::VARCHAR END"
                + " FROM range(1000000)");
    assertEquals("late", late.getMessage());
  }

  @Test
  void aQuestionCanBeCancelledWhileItIsWorkedOut() throws Exception {
    Thread other = later();
    QueryException e =
        fails(
            "SELECT count(*) FROM range(100000000) a, range(100000) b"
                + " WHERE (a.range * b.range) % 7 = 3");
    assertEquals(QueryException.Why.CANCELLED, e.why());
    other.join();
    assertEquals(List.of(1L), row("SELECT 1", Map.of()));
  }

  @Test
  void anAnswerCanBeCancelledWhileItIsRead() throws Exception {
    Thread other = later();
    QueryException e = fails("SELECT a.range FROM range(10000000) a, range(100000) b");
    assertEquals(QueryException.Why.CANCELLED, e.why());
    other.join();
    assertEquals(List.of(1L), row("SELECT 1", Map.of()));
  }

  /** The first rows are there at once; what comes then takes for ever. */
  @Test
  void anAnswerCanBeCancelledWhileTheRestOfItIsWorkedOut() throws Exception {
    Thread other = later();
    long begin = System.nanoTime();
    QueryException e =
        fails(
            "SELECT a.range FROM range(100000000) a, range(100000) b"
                + " WHERE a.range < 3000 AND b.range = 0 OR (a.range * b.range) % 1000000007 = 1000000006");
    assertEquals(QueryException.Why.CANCELLED, e.why());
    assertTrue(System.nanoTime() - begin < 20_000_000_000L);
    other.join();
    assertEquals(List.of(1L), row("SELECT 1", Map.of()));
  }

  private static Thread later() {
    Thread other =
        new Thread(
            () -> {
              try {
                Thread.sleep(500);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              opened.cancel();
            });
    other.start();
    return other;
  }

  @Test
  void memoryIsBounded() {
    QueryException e =
        fails(
            "SELECT max(l) FROM (SELECT list(a.range * b.range) AS l FROM range(100000) a,"
                + " range(10000) b)");
    assertTrue(e.getMessage().contains(LockedCase.MEMORY), e.getMessage());
  }

  @Test
  void whatDoesNotFitIsOnTheDiskForAsLongAsItIsNeeded() throws Exception {
    Path folder;
    try (LockedCase own = LockedCase.open(RealCase.file())) {
      folder = own.scratch();
      assertEquals(
          "rwx------",
          java.nio.file.attribute.PosixFilePermissions.toString(
              Files.getPosixFilePermissions(folder)));
      try (Answer answer =
          own.ask(
              "SELECT range, repeat(range::VARCHAR, 40) AS t FROM range(4000000) ORDER BY t DESC",
              Map.of())) {
        assertTrue(answer.next());
        try (Stream<Path> files = Files.list(folder)) {
          assertTrue(files.findAny().isPresent());
        }
      }
    }
    assertFalse(Files.exists(folder));
  }

  @Test
  void whatLogParserCalledThemIsThere() throws QueryException {
    assertEquals(
        Arrays.asList(
            Instant.parse("2010-11-17T23:20:00Z"),
            "b",
            "c",
            null,
            "a-b",
            "b-c",
            2L,
            1L,
            null,
            "203.0.113.0/24",
            null,
            "example.com",
            12.5),
        row(
            "SELECT QUANTIZE(TIMESTAMP_NS '2010-11-17 23:22:23.2', 600), EXTRACT_TOKEN('a-b-c', 1, '-'),"
                + " EXTRACT_TOKEN('a-b-c', -1, '-'), EXTRACT_TOKEN('a', 5), EXTRACT_PREFIX('a-b-c', 1, '-'),"
                + " EXTRACT_SUFFIX('a-b-c', 1, '-'), STRCNT('abcab', 'ab'), INDEX_OF('abc', 'b'),"
                + " INDEX_OF('abc', 'x'), network24('203.0.113.9'), network24('2001:db8::1'),"
                + " mail_domain('X@Example.COM'), percent(1, 8)",
            Map.of()));
  }
}
