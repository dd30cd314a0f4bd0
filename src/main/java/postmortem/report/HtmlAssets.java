package postmortem.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What {@code report.html} holds besides words: its style, its script, and the library that draws.
 *
 * @param style of the page
 * @param script of the page
 * @param library ECharts; never empty
 */
record HtmlAssets(String style, String script, String library) {

  static HtmlAssets load() throws IOException {
    return new HtmlAssets(
        resource("report.css"), resource("report.js"), resource("echarts.min.js"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlAssets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing in the jar");
      }
      // a parser of HTML makes \n of \r\n, and the hashes are of what it made
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  /** The policy of the page: nothing is fetched, and nothing runs or styles but what is in it. */
  String policy(boolean charts) {
    return "default-src 'none'; style-src "
        + hash(style)
        + "; script-src "
        + (charts ? hash(library) + " " + hash(script) : "'none'")
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
