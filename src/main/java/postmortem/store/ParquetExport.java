package postmortem.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the tables of a case as Parquet: a folder for each kind of event, with one for each day
 * (UTC) that has some, and a file for each table of the report.
 */
public final class ParquetExport {

  private ParquetExport() {}

  /**
   * Writes all tables.
   *
   * @param folder is there, and empty
   * @throws IOException where the case cannot be read or the folder not be written to
   */
  public static void write(Path file, Path folder) throws IOException {
    List<String> sql = new ArrayList<>();
    for (EventTable table : EventTable.values()) {
      Path target = Files.createDirectories(folder.resolve(table.view()));
      sql.add(
          "COPY (SELECT *, \"time\"::DATE AS day FROM %s) TO %s (FORMAT parquet, PARTITION_BY (day))"
              .formatted(table.view(), Schema.literal(target.toAbsolutePath().toString())));
    }
    for (Sheet<?> sheet : Sheets.ALL) {
      Path target = folder.resolve(sheet.name() + ".parquet");
      sql.add(
          "COPY (SELECT * FROM %s) TO %s (FORMAT parquet)"
              .formatted(sheet.name(), Schema.literal(target.toAbsolutePath().toString())));
    }
    try (Connection database = Database.open(file, true)) {
      Database.execute(database, sql);
    } catch (SQLException e) {
      throw Database.failure("export", file, e);
    }
  }
}
