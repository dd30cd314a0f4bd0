package postmortem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a question must not do, statement by statement. */
final class LockTest {

  @TempDir private static Path folder;
  private static Path file;
  private static String before;
  private static LockedCase opened;

  @BeforeAll
  static void open() throws Exception {
    file = Files.copy(RealCase.file(), folder.resolve("case.duckdb"));
    Files.writeString(folder.resolve("secret.csv"), "a,b\n1,hidden\n");
    HostileCase.viewsInto(file, folder.resolve("secret.csv"));
    before = hash();
    opened = LockedCase.open(file);
  }

  @AfterAll
  static void nothingHasChanged() throws Exception {
    opened.close();
    assertEquals(before, hash());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("case.duckdb", "secret.csv"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  private static String hash() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  /** An attack a line; DIR is a folder in which a file lies that must not be read. */
  static Stream<String> attacks() throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of("src/test/resources/postmortem/store/attacks.sql"))) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("--")).toList().stream();
    }
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertTrue(attacks().count() >= 40);
    assertEquals(attacks().count(), attacks().distinct().count());
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isRefused(String attack) {
    String sql = attack.replace("DIR", folder.toString());
    QueryException refusal =
        assertThrows(
            QueryException.class,
            () -> {
              try (Answer answer = opened.ask(sql, Map.of("path", folder + "/secret.csv"))) {
                while (answer.next()) {
                  assertFalse(answer.row().toString().contains("hidden"), "read what it must not");
                }
              }
            });
    assertEquals(QueryException.Why.REFUSED, refusal.why(), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
    assertTrue(refusal.getMessage().startsWith("refused: "), refusal.getMessage());
  }

  /** What is asked is answered, however it is put. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FROM events",
        "FROM auth LIMIT 1;",
        "WITH a AS (SELECT 1 AS x) FROM a",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) FROM n",
        "VALUES (1), (2)",
        "TABLE events",
        "DESCRIBE events",
        "SHOW TABLES",
        "SUMMARIZE auth",
        "EXPLAIN SELECT 1",
        "EXPLAIN ANALYZE SELECT 1",
        "EXPLAIN (FORMAT json) SELECT 1",
        "PIVOT events ON kind IN ('message', 'dsn') USING count(*)",
        "SELECT * FROM (SELECT 1) UNION ALL SELECT 2",
        "SELECT 'COPY x TO ''y''' /* DROP TABLE events */ -- ATTACH",
        "SELECT QUANTIZE(time, 600), count(*) FROM auth GROUP BY ALL",
        "SELECT EXTRACT_TOKEN('a,b,c', 1)",
        "SELECT unnest(range(3)), random()",
        "FROM range(3)",
        "FROM duckdb_tables()",
        "SELECT $path",
        "SELECT row_number() OVER (ORDER BY time) FROM events"
      })
  void isAnswered(String sql) throws QueryException {
    try (Answer answer = opened.ask(sql, Map.of("path", "x"))) {
      assertTrue(answer.next());
      assertFalse(answer.row().isEmpty());
    }
  }

  @Test
  void aNamedQuestionIsHeldToTheSame() throws QueryException {
    assertThrows(QueryException.class, () -> opened.name("x", "SELECT 1; DROP TABLE events"));
    assertThrows(QueryException.class, () -> opened.name("x", "SELECT * FROM read_csv('y')"));
    opened.name("say \"hi\"", "SELECT 7 AS seven -- the end");
    try (Answer answer = opened.ask("FROM \"say \"\"hi\"\"\"", Map.of())) {
      assertTrue(answer.next());
      assertEquals(List.of(7L), answer.row());
    }
  }

  @Test
  void aPathIsNoPlaceForSettings() throws SQLException {
    assertThrows(
        IOException.class, () -> LockedCase.open(Path.of(file + ";access_mode=READ_WRITE")));
    assertThrows(IOException.class, () -> LockedCase.open(folder));
    IOException e =
        assertThrows(IOException.class, () -> LockedCase.open(folder.resolve("secret.csv")));
    assertTrue(e.getMessage().contains("is no case"), e.getMessage());
  }
}
