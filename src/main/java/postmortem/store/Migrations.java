package postmortem.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes a case of an earlier schema one of this, in one transaction: it is of the one or of the
 * other, whatever happens meanwhile.
 */
final class Migrations {

  /** What leads from version {@code n + 1} to the one behind it. */
  private static final List<List<String>> STEPS =
      List.of(
          List.of(Schema.REPORT, "ALTER TABLE data.postmortem_case ADD COLUMN shape BIGINT"),
          List.of(Schema.GATHERED));

  private Migrations() {}

  /**
   * @param from the version that the case has; at least 1
   * @throws IOException where it cannot be written to
   */
  static void migrate(Path file, int from) throws IOException {
    try (Connection database = Database.open(file, false)) {
      database.setAutoCommit(false);
      for (List<String> step : STEPS.subList(from - 1, Schema.VERSION - 1)) {
        Database.execute(database, step);
      }
      Database.execute(
          database, List.of("UPDATE data.postmortem_case SET schema_version = " + Schema.VERSION));
      database.commit();
    } catch (SQLException e) {
      throw Database.failure("bring up to date", file, e);
    }
  }
}
