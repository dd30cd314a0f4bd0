package postmortem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postmortem.event.EventKind;
import postmortem.event.flat.Column;
import postmortem.event.flat.RowBuilder;

/** Cases of other versions. */
final class MigrationTest {

  /** What the first schema had, so far as it is read or changed on the way. */
  private static final List<String> FIRST =
      List.of(
          "CREATE SCHEMA data",
          "CREATE TABLE data.postmortem_case (schema_version INTEGER, product VARCHAR)",
          "INSERT INTO data.postmortem_case VALUES (1, '0.0.1')",
          "CREATE TABLE data.arguments (ordinal INTEGER, path VARCHAR)",
          "INSERT INTO data.arguments VALUES (0, 'logs')",
          "CREATE TABLE data.ledger (id INTEGER, path VARCHAR, sha256 VARCHAR, size BIGINT)",
          "INSERT INTO data.ledger VALUES (0, 'a.log', 'abc', 3), (1, 'b.log', NULL, 3)",
          "CREATE VIEW ledger AS SELECT * FROM data.ledger");

  @TempDir private Path folder;

  private Path file(List<String> statements) throws SQLException {
    Path file = folder.resolve("mail.case");
    try (Connection database = Database.open(file, false)) {
      Database.execute(database, statements);
    }
    return file;
  }

  @Test
  void aCaseOfTheFirstSchemaBecomesOneOfThis() throws IOException, SQLException {
    Path file = file(FIRST);
    CaseFile known = CaseFile.find(file);
    assertNotNull(known);
    assertEquals("0.0.1", known.product());
    assertEquals(List.of("logs"), known.arguments());
    assertEquals(1, known.files().size());
    assertEquals("a.log", known.files().get(0).path());
    assertNull(known.report());
    try (Connection database = Database.open(file, true);
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT schema_version FROM data.postmortem_case")) {
      assertTrue(rows.next());
      assertEquals(Schema.VERSION, rows.getInt(1));
    }
    assertEquals(known, CaseFile.find(file));
  }

  @Test
  void aMigrationThatFailsLeavesTheCaseAsItWas() throws SQLException {
    Path file =
        file(List.of(FIRST.get(0), FIRST.get(1), FIRST.get(2), "CREATE TABLE data.report (x INT)"));
    assertThrows(IOException.class, () -> CaseFile.find(file));
    try (Connection database = Database.open(file, true);
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT schema_version FROM data.postmortem_case")) {
      assertTrue(rows.next());
      assertEquals(1, rows.getInt(1));
    }
  }

  @Test
  void aCaseOfALaterSchemaIsRefusedInOneLine() throws SQLException {
    Path file =
        file(
            List.of(
                FIRST.get(0),
                FIRST.get(1),
                "INSERT INTO data.postmortem_case VALUES (" + (Schema.VERSION + 1) + ", '9.9')"));
    IOException e = assertThrows(IOException.class, () -> CaseFile.find(file));
    assertEquals(
        "the case %s is of schema %d, this postmortem knows up to %d: use a later one"
            .formatted(file, Schema.VERSION + 1, Schema.VERSION),
        e.getMessage());
  }

  @Test
  void aCaseThatIsNotFinishedIsTheOneBefore() throws IOException, SQLException {
    Path file = file(FIRST);
    byte[] before = Files.readAllBytes(file);
    try (CaseWriter writer = CaseWriter.create(file)) {
      writer.add(new RowBuilder(0).word(Column.KIND, EventKind.SESSION).build());
      assertTrue(Files.exists(folder.resolve("mail.case.part")));
    }
    assertEquals(List.of(), CaseContent.differences(before, file));
    assertFalse(Files.exists(folder.resolve("mail.case.part")));
  }

  @Test
  void whatIsNoCaseIsNone() throws IOException, SQLException {
    assertNull(CaseFile.find(folder));
    assertNull(CaseFile.find(folder.resolve("nothing")));
    assertNull(CaseFile.find(Files.writeString(folder.resolve("text"), "DUCK")));
    assertNull(CaseFile.find(file(List.of("CREATE TABLE t (x INT)"))));
  }
}
