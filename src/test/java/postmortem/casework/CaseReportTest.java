package postmortem.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postmortem.incident.CaseReport;
import postmortem.report.JsonReport;
import postmortem.report.MarkdownReport;
import postmortem.report.ReportWriter;
import postmortem.run.Analysis;
import postmortem.run.Progress;
import postmortem.run.RunSettings;

final class CaseReportTest {

  private static CaseReport report;

  @BeforeAll
  static void analyze() throws IOException {
    report =
        Analysis.analyze(
            List.of(RelayedCase.EVIDENCE), RunSettings.STANDARD, "VERSION", Progress.NONE);
  }

  @Test
  void jsonIsAsExpected() throws IOException {
    assertIsAsExpected(new JsonReport());
  }

  @Test
  void markdownIsAsExpected() throws IOException {
    assertIsAsExpected(new MarkdownReport());
  }

  private static void assertIsAsExpected(ReportWriter writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(report, out);
    Golden.assertSame(
        RelayedCase.FOLDER.resolve("expected").resolve(writer.file()), out.toString(UTF_8));
  }
}
