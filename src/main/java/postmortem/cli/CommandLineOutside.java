package postmortem.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import postmortem.shell.Outside;
import postmortem.store.QueryException;

/** What the shell's commands may do outside of the case, by the rules of all commands. */
final class CommandLineOutside implements Outside {

  private final Path evidence;

  /**
   * @param evidence in which nothing may be written
   */
  CommandLineOutside(Path evidence) {
    this.evidence = evidence;
  }

  @Override
  public void export(Path file, Export export) throws IOException, QueryException {
    QueryException[] failure = new QueryException[1];
    try {
      OutputFile.prepare(file, List.of(evidence), false)
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
    } catch (IOException | UncheckedIOException e) {
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
    throw new IOException("not yet");
  }
}
