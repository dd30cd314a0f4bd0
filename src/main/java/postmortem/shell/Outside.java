package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import postmortem.store.QueryException;

/** What the shell may do beyond the case, because its user, and no SQL, says so. */
public interface Outside {

  /** Writes an export. */
  @FunctionalInterface
  interface Export {
    void to(OutputStream out) throws IOException, QueryException;
  }

  /**
   * Writes a file, whole or not at all; one that is there already is left as it is.
   *
   * @throws IOException where it cannot be written; the message says why
   * @throws QueryException where what is to be in it cannot be worked out
   */
  void export(Path file, Export export) throws IOException, QueryException;

  /**
   * Writes the reports of the case into a folder.
   *
   * @throws IOException where that cannot be done; the message says why
   */
  void report(Path folder) throws IOException;

  /**
   * Reads records again where they lie in the evidence, secrets masked.
   *
   * @param path the ledger path of their file
   * @param places of the records, in its decoded bytes
   * @return their texts in that order, "" for one that cannot be read any more
   * @throws IOException where the evidence is not there; the message says so
   */
  List<String> records(String path, List<RecordPlace> places) throws IOException;

  /** Where a record is: its first byte, and how many there are. */
  record RecordPlace(long record, long offset, int length) {}
}
