package postmortem.parser.windows;

import java.nio.charset.Charset;
import postmortem.evidence.Encoding;

/** In what an export wrote its texts: UTF-8, or the code page of the machine. */
public final class CodePage {

  private final Charset charset;

  /**
   * @param head of the file, as much of it as there is at hand
   */
  public CodePage(byte[] head) {
    this.charset = Encoding.of(head).charset();
  }

  /** Writes a text as UTF-8. */
  public void decode(Utf8Text out, byte[] b, int from, int to) {
    out.copy(b, from, to, charset);
  }
}
