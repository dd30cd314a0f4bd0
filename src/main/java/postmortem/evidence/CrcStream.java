package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Checks the length and the checksum that a zip gives for a member. Closes nothing. */
final class CrcStream extends BlockStream {

  private final InputStream in;
  private final long expectedCrc;
  private final long expectedSize;
  private final CRC32 crc = new CRC32();
  private long count;

  /**
   * @param expectedCrc -1 where the archive does not say
   * @param expectedSize -1 where the archive does not say
   */
  CrcStream(InputStream in, long expectedCrc, long expectedSize) {
    this.in = in;
    this.expectedCrc = expectedCrc;
    this.expectedSize = expectedSize;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    int n = in.read(b, off, len);
    if (n > 0) {
      crc.update(b, off, n);
      count += n;
    } else if (n < 0) {
      if (expectedSize >= 0 && count != expectedSize) {
        String but = count + " bytes, not the " + expectedSize + " that the archive says";
        throw new EvidenceException("zip member has " + but, count, null);
      }
      if (expectedCrc >= 0 && crc.getValue() != expectedCrc) {
        throw new EvidenceException(
            "zip member has a wrong checksum after " + count + " bytes", count, null);
      }
    }
    return n;
  }
}
