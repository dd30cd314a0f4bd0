package postmortem.text;

import java.io.IOException;

/** The stream failed within a line, or before one; all lines before it were handed out. */
public final class TornLineException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long offset;

  TornLineException(long offset, IOException cause) {
    super(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
    this.offset = offset;
  }

  /** The first byte that belongs to no line that was handed out, in the file. */
  public long offset() {
    return offset;
  }
}
