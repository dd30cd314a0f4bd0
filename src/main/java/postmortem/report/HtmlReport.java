package postmortem.report;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import postmortem.incident.CaseReport;

/**
 * {@code report.html}: one page that needs no other file, fetches nothing, and runs no script but
 * its own.
 *
 * <p>The templates lie in {@code src/main/jte}; the build makes classes of them, which escape each
 * text for the place where it stands.
 */
public final class HtmlReport implements ReportWriter {

  @Override
  public String id() {
    return "html";
  }

  @Override
  public String file() {
    return "report.html";
  }

  @Override
  @SuppressWarnings("NullAway") // generated code allows no interceptor, and does not say so
  public void write(CaseReport report, OutputStream out) throws IOException {
    BufferedWriter writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    try {
      JtereportGenerated.render(
          new Visible(new WriterOutput(writer)), null, HtmlPage.of(report), HtmlAssets.load());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }

  /** Whatever a template is given is made visible before it is escaped, so that none can forget. */
  private static final class Visible extends OwaspHtmlTemplateOutput {

    Visible(TemplateOutput out) {
      super(out);
    }

    @Override
    public void writeUserContent(String text) {
      super.writeUserContent(VisibleText.of(text));
    }
  }
}
