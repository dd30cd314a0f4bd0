package postmortem.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.report.MetricsJson;
import postmortem.run.Analysis;
import postmortem.run.Progress;
import postmortem.run.RunSettings;

/** The case of an attack on a mail server in 2010, made once for all tests of a process. */
public final class RealCase {

  public static final Path EVIDENCE = Path.of("testdata/case/relayed-2010/evidence");

  private static @Nullable Path made;

  private RealCase() {}

  /** Nobody may change it. */
  public static synchronized Path file() throws IOException {
    if (made == null) {
      Path folder = Files.createTempDirectory("postmortem-case-");
      Path file = folder.resolve("mail.case");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(file, folder)));
      write(file);
      made = file;
    }
    return made;
  }

  private static void write(Path file) throws IOException {
    List<Path> paths = List.of(EVIDENCE);
    try (CaseWriter writer = CaseWriter.create(file)) {
      writer.finish(
          Analysis.ingest(
              paths, RunSettings.STANDARD, "test", Progress.NONE, writer.gathered(), writer::add),
          MetricsJson::of,
          List.of(EVIDENCE.toAbsolutePath().toString()));
    }
  }

  private static void delete(Path... paths) {
    try {
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
