package postmortem.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import postmortem.incident.CaseReport;
import postmortem.report.HtmlReport;
import postmortem.report.JsonReport;
import postmortem.report.MarkdownReport;
import postmortem.report.ReportWriter;

/** The folder that a report is written to. */
final class OutputFolder {

  private static final List<ReportWriter> WRITERS =
      List.of(new JsonReport(), new MarkdownReport(), new HtmlReport());

  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /** Checks the folder before the long work begins. */
  static OutputFolder prepare(Path folder, List<Path> evidence, boolean force) {
    try {
      for (Path path : evidence) {
        if (isInside(folder, path)) {
          throw new CommandFailure(
              "the output folder "
                  + folder
                  + " lies in the evidence "
                  + path
                  + ": choose another, evidence is never changed");
        }
      }
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new CommandFailure("the output " + folder + " is a file: name a folder");
      }
      if (!force && Files.isDirectory(folder) && !isEmpty(folder)) {
        throw new CommandFailure(
            "the output folder " + folder + " is not empty: name another, or use --force");
      }
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new CommandFailure("cannot write to the output folder " + folder);
      }
    } catch (IOException e) {
      throw new CommandFailure(
          "cannot make the output folder " + folder + ": choose one that you may write to");
    }
    return new OutputFolder(folder);
  }

  private static boolean isInside(Path folder, Path evidence) throws IOException {
    return Files.isDirectory(evidence) && real(folder).startsWith(evidence.toRealPath());
  }

  /** Where a folder is, or would be, whatever links lead there. */
  private static Path real(Path folder) throws IOException {
    Path at = folder.toAbsolutePath().normalize();
    Path parent = at.getParent();
    if (parent == null || Files.exists(at)) {
      return at.toRealPath();
    }
    return real(parent).resolve(at.getFileName());
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Writes all reports; all are complete, or none is there that was not before. */
  void write(CaseReport report) throws IOException {
    try {
      for (ReportWriter writer : WRITERS) {
        write(writer, report);
      }
      for (ReportWriter writer : WRITERS) {
        Path target = folder.resolve(writer.file());
        Files.move(unfinished(writer), target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (ReportWriter writer : WRITERS) {
        Files.deleteIfExists(unfinished(writer));
      }
    }
  }

  private void write(ReportWriter writer, CaseReport report) {
    Path file = unfinished(writer);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writer.write(report, out);
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailure("cannot write " + file + ": " + reason(e));
    }
  }

  private static String reason(Exception e) {
    if (e instanceof AccessDeniedException) {
      return "no right to";
    }
    return String.valueOf(e.getMessage());
  }

  private Path unfinished(ReportWriter writer) {
    return folder.resolve(writer.file() + ".part");
  }
}
