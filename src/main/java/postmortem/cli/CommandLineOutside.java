package postmortem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.event.SourceRef;
import postmortem.run.EvidenceRecords;
import postmortem.run.RunSettings;
import postmortem.shell.Outside;
import postmortem.store.Answer;
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
      List<Path> untouched = new ArrayList<>(arguments());
      untouched.add(argument.path());
      OutputFile.prepare(file, untouched.stream().filter(Files::exists).toList(), false)
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
      throw new IOException(e.getMessage());
    } catch (IOException e) {
      if (failure[0] != null) {
        throw failure[0];
      }
      throw e;
    }
  }

  @Override
  public void report(Path folder) throws IOException {
    throw new IOException("not yet");
  }

  @Override
  public List<String> records(String path, List<RecordPlace> places) throws IOException {
    if (evidence == null) {
      evidence =
          EvidenceRecords.find(arguments().stream().filter(Files::exists).toList(), settings);
    }
    List<SourceRef> refs =
        places.stream().map(p -> new SourceRef(0, p.record(), p.offset(), p.length())).toList();
    List<String> hash = texts("SELECT sha256 FROM ledger WHERE path = $path", Map.of("path", path));
    return evidence.texts(path, hash.isEmpty() ? null : hash.get(0), refs);
  }

  /** What the case was made of, as seen from its folder. */
  private List<Path> arguments() throws IOException {
    Path folder = argument.file().toAbsolutePath().getParent();
    List<Path> paths = new ArrayList<>();
    for (String path : texts("SELECT path FROM data.arguments ORDER BY ordinal", Map.of())) {
      paths.add(folder == null ? Path.of(path) : folder.resolve(path));
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
