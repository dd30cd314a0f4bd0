package postmortem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postmortem.event.flat.Column;

/** What others read of the Parquet files: as many rows, of the same types. */
final class ParquetExportTest {

  private static final Path EVIDENCE = Path.of("testdata/case/relayed-2010/evidence");
  private static final Path OTHER = Path.of("target/other/duckdb.jar");

  @TempDir private static Path folder;

  private static Path file;
  private static Path parquet;

  @BeforeAll
  static void export() throws IOException {
    file = folder.resolve("mail.case");
    parquet = Files.createDirectory(folder.resolve("it's parquet"));
    CaseContent.of(EVIDENCE, file);
    ParquetExport.write(file, parquet);
  }

  private static List<String> select(String sql) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection database = Database.open(file, true);
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= width; i++) {
          row.append(i == 1 ? "" : "|").append(rows.getString(i));
        }
        all.add(row.toString());
      }
    }
    return all;
  }

  private static List<Path> files(String view) throws IOException {
    try (Stream<Path> all = Files.walk(parquet.resolve(view))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> ofAnother(String sql) throws IOException, InterruptedException {
    assertTrue(Files.exists(OTHER), OTHER + " is copied there by the build");
    String classes = Path.of("target/test-classes") + File.pathSeparator + OTHER;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                "postmortem.store.OtherDuckDb",
                sql)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out.lines().toList();
  }

  @Test
  void anotherDuckDbReadsTheSameRowsAndTypes() throws Exception {
    assertNotEquals(select("SELECT version()"), ofAnother("SELECT version()"));
    for (String view : List.of("sessions", "messages", "recipients", "auth")) {
      String from =
          "read_parquet(%s, hive_partitioning = false)"
              .formatted(Schema.literal(parquet.resolve(view) + "/*/*.parquet"));
      String rows = "SELECT count(*), min(time), max(time), sum(record), sum(hash(path)) FROM ";
      String types = "SELECT column_name, column_type FROM (DESCRIBE FROM %s)";
      assertEquals(select(rows + view), ofAnother(rows + from), view);
      assertEquals(select(types.formatted(view)), ofAnother(types.formatted(from)), view);
    }
    String findings = "SELECT id, sources, metrics, start_time FROM %s ORDER BY id";
    assertEquals(
        select(findings.formatted("findings")),
        ofAnother(findings.formatted(Schema.literal(parquet + "/findings.parquet"))));
  }

  @Test
  void apachesReaderReadsTheSameRowsAndTypes() throws Exception {
    for (EventTable table : EventTable.values()) {
      long rows = 0;
      for (Path part : files(table.view())) {
        rows += read(part, table);
      }
      assertEquals(select("SELECT count(*) FROM " + table.view()), List.of(String.valueOf(rows)));
    }
  }

  /** Decodes every value; the number of rows. */
  private static long read(Path part, EventTable table) throws IOException {
    ParquetReadOptions options =
        new ParquetReadOptions.Builder(new PlainParquetConfiguration())
            .withCodecFactory(new SnappyOnly())
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(part), options)) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      assertEquals(expected(table), types(schema));
      MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
      long rows = 0;
      for (PageReadStore page = reader.readNextRowGroup();
          page != null;
          page = reader.readNextRowGroup()) {
        RecordReader<?> records = columns.getRecordReader(page, new GroupRecordConverter(schema));
        for (long i = 0; i < page.getRowCount(); i++) {
          records.read();
          rows++;
        }
      }
      return rows;
    }
  }

  private static Map<String, String> types(MessageType schema) {
    Map<String, String> types = new TreeMap<>();
    for (Type field : schema.getFields()) {
      types.put(
          field.getName(),
          field.asPrimitiveType().getPrimitiveTypeName() + " " + field.getLogicalTypeAnnotation());
    }
    return types;
  }

  private static Map<String, String> expected(EventTable table) {
    Map<String, String> types = new TreeMap<>();
    for (Column column : Column.values()) {
      if (table.has(column)) {
        types.put(
            column.id(),
            switch (Field.of(column).type()) {
              case TIMESTAMP_NS -> "INT64 TIMESTAMP(NANOS,false)";
              case BIGINT -> "INT64 INTEGER(64,true)";
              case INTEGER -> "INT32 INTEGER(32,true)";
              case DOUBLE -> "DOUBLE null";
              case BOOLEAN -> "BOOLEAN null";
              case HEX, VARCHAR -> "BINARY STRING";
            });
      }
    }
    return types;
  }
}
