package postmortem.report;

import java.io.IOException;
import postmortem.incident.CaseReport;

/** How the report was made: the last pages of {@code report.md}. */
final class MarkdownMethod {

  private MarkdownMethod() {}

  static void write(CaseReport report, MarkdownPage page) throws IOException {
    page.heading(2, "Method");
    for (Phrase sentence : MethodText.sentences(report)) {
      page.item(sentence.markdown());
    }
    page.end();
    page.heading(2, "Tool and settings");
    page.paragraph("postmortem " + MarkdownText.prose(report.version()));
    page.table(MethodText.settings(report), Integer.MAX_VALUE);
  }
}
