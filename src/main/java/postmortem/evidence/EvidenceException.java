package postmortem.evidence;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The medium failed: a truncated archive, a bad checksum, a limit, a file that changed.
 *
 * <p>The message is one line for people, without any path. Every byte before the failure was
 * delivered.
 */
public final class EvidenceException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long offset;

  EvidenceException(String message, long offset, @Nullable Throwable cause) {
    super(message, cause);
    this.offset = offset;
  }

  /** How many bytes of the decoded file were delivered before. */
  public long offset() {
    return offset;
  }
}
