package postmortem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.event.SourceRef;
import postmortem.incident.CaseReport;
import postmortem.run.EvidenceRecords;
import postmortem.run.RunSettings;
import postmortem.shell.Outside;
import postmortem.store.Answer;
import postmortem.store.CaseFile;
import postmortem.store.LockedCase;
import postmortem.store.QueryException;

/** What the shell's commands may do outside of the case, by the rules of all commands. */
final class CommandLineOutside implements Outside {

  private final CaseArgument argument;
  private final RunSettings settings;
  private @Nullable EvidenceRecords evidence;

  /**
   * @param settings with which evidence is recognised
   */
  CommandLineOutside(CaseArgument argument, RunSettings settings) {
    this.argument = argument;
    this.settings = settings;
  }

  @Override
  public void export(Path file, Export export) throws IOException, QueryException {
    QueryException[] failure = new QueryException[1];
    try {
      List<Path> untouched = new ArrayList<>(existing());
      untouched.add(argument.path());
      OutputFile.prepare(file, untouched, false)
          .write(
              out -> {
                try {
                  export.to(out);
                  return true;
                } catch (QueryException e) {
                  failure[0] = e;
                  throw new IOException(e); // then there is no file
                }
              });
    } catch (CommandFailure e) {
      throw refused(e);
    } catch (IOException e) {
      if (failure[0] != null) {
        throw failure[0];
      }
      throw e;
    }
  }

  @Override
  public void report(Path folder) throws IOException {
    CaseFile known = CaseFile.find(argument.file());
    CaseReport report = known == null ? null : known.report();
    if (report == null) {
      throw new IOException("the case holds no report that this version can read");
    }
    try {
      OutputFolder.prepare(folder, existing(), false).write(report);
    } catch (CommandFailure e) {
      throw refused(e);
    }
  }

  /** The shell has no options. */
  private static IOException refused(CommandFailure e) {
    return new IOException(String.valueOf(e.getMessage()).replace(", or use --force", ""));
  }

  @Override
  public List<String> records(String path, List<RecordPlace> places) throws IOException {
    if (evidence == null) {
      evidence = EvidenceRecords.find(existing(), settings);
    }
    List<SourceRef> refs =
        places.stream().map(p -> new SourceRef(0, p.record(), p.offset(), p.length())).toList();
    List<String> hash = texts("SELECT sha256 FROM ledger WHERE path = $path", Map.of("path", path));
    return evidence.texts(path, hash.isEmpty() ? null : hash.get(0), refs);
  }

  /** What the case was made of, as seen from its folder, where it is still there. */
  private List<Path> existing() throws IOException {
    Path folder = argument.file().toAbsolutePath().getParent();
    List<Path> paths = new ArrayList<>();
    for (String path : texts("SELECT path FROM data.arguments ORDER BY ordinal", Map.of())) {
      Path found = folder == null ? Path.of(path) : folder.resolve(path);
      if (Files.exists(found)) {
        paths.add(found);
      }
    }
    return paths;
  }

  private List<String> texts(String sql, Map<String, String> values) throws IOException {
    LockedCase opened = argument.opened();
    List<String> texts = new ArrayList<>();
    try (Answer answer = opened.ask(sql, values)) {
      while (answer.next()) {
        Object value = answer.row().get(0);
        if (value != null) {
          texts.add(value.toString());
        }
      }
    } catch (QueryException e) {
      throw new IOException(e.getMessage());
    }
    return texts;
  }
}
