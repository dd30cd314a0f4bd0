package postmortem.report;

import java.io.IOException;
import java.io.OutputStream;
import postmortem.incident.CaseReport;

/**
 * Writes a report in one format. Stateless: one instance serves every thread.
 *
 * <p>The same report gives the same bytes, whatever the language, code page or zone of the machine.
 */
public interface ReportWriter {

  /** The name of the format, as {@code --format} spells it: {@code json}. */
  String id();

  /** The name of the file in the output folder: {@code report.json}. */
  String file();

  /**
   * Writes the whole report, in UTF-8, and flushes; {@code out} stays open.
   *
   * @throws IOException where {@code out} fails
   */
  void write(CaseReport report, OutputStream out) throws IOException;
}
