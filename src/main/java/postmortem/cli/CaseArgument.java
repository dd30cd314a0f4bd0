package postmortem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import postmortem.report.MetricsJson;
import postmortem.run.Analysis;
import postmortem.run.Progress;
import postmortem.run.RunSettings;
import postmortem.store.CaseFile;
import postmortem.store.CaseWriter;
import postmortem.store.LockedCase;

/** A case that is asked, or a folder of logs that is made one for as long as it is asked. */
final class CaseArgument implements AutoCloseable {

  private final Path path;
  private final Path file;
  private final LockedCase opened;
  private final @Nullable Path folder; // of the temporary case
  private final @Nullable Thread atExit;

  private CaseArgument(
      Path path, Path file, LockedCase opened, @Nullable Path folder, @Nullable Thread atExit) {
    this.path = path;
    this.file = file;
    this.opened = opened;
    this.folder = folder;
    this.atExit = atExit;
  }

  /**
   * Opens it; a folder, an archive or a log is read first.
   *
   * @param run how logs are read
   * @param progress is it wanted?
   */
  static CaseArgument open(Path path, RunSettings run, PrintWriter err, boolean progress)
      throws IOException {
    if (!Files.exists(path)) {
      throw new CommandFailure("no such case, file or folder: " + path);
    }
    if (Files.isRegularFile(path) && CaseFile.isDatabase(path)) {
      return new CaseArgument(path, path, LockedCase.open(path), null, null);
    }
    Path folder = Files.createTempDirectory("postmortem-"); // of its owner only
    Thread atExit = new Thread(() -> delete(folder), "temporary case");
    Runtime.getRuntime().addShutdownHook(atExit);
    Path file = folder.resolve("case");
    ingest(path, run, file, err, progress);
    return new CaseArgument(path, file, LockedCase.open(file), folder, atExit);
  }

  private static void ingest(Path path, RunSettings run, Path file, PrintWriter err, boolean wanted)
      throws IOException {
    Progress progress = ProgressLine.on(err, wanted);
    List<Path> paths = List.of(path);
    List<String> arguments = List.of(path.toAbsolutePath().toString());
    try (CaseWriter writer = CaseWriter.create(file)) {
      writer.finish(
          Analysis.ingest(paths, run, Version.number(), progress, null, writer::add),
          MetricsJson::of,
          arguments);
    } finally {
      ProgressLine.clear(err, progress);
    }
  }

  /** As it was named. */
  Path path() {
    return path;
  }

  /** The case, be it a temporary one. */
  Path file() {
    return file;
  }

  LockedCase opened() {
    return opened;
  }

  @Override
  public void close() {
    opened.close();
    if (folder != null && atExit != null) {
      delete(folder);
      Runtime.getRuntime().removeShutdownHook(atExit);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // what cannot be deleted is left to the system's own clearing up
    }
  }
}
