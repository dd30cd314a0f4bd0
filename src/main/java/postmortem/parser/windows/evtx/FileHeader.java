package postmortem.parser.windows.evtx;

import java.util.Arrays;
import java.util.zip.CRC32;
import postmortem.text.AsciiText;

/**
 * What the first 4096 bytes of an EVTX file say (evt-evtx-binary.md, 2.1).
 *
 * @param signed are they a header at all?
 * @param inUse was the log open when it was copied, so that the header may be older than the rest?
 * @param altered do they differ from what their checksum says?
 */
record FileHeader(boolean signed, boolean inUse, boolean altered) {

  static final int SIZE = 4096;

  private static final byte[] MAGIC = {'E', 'l', 'f', 'F', 'i', 'l', 'e', 0};
  private static final int FLAGS = 120;
  private static final int CHECKSUM = 124;
  private static final int DIRTY = 1;
  private static final int NO_CHECKSUMS = 4;

  static FileHeader of(byte[] b, int length) {
    if (!isSigned(b) || length < CHECKSUM + 4) {
      return new FileHeader(isSigned(b), false, false);
    }
    CRC32 checksum = new CRC32();
    checksum.update(b, 0, FLAGS);
    int flags = AsciiText.four(b, FLAGS);
    boolean altered = (int) checksum.getValue() != AsciiText.four(b, CHECKSUM);
    return new FileHeader(true, (flags & DIRTY) != 0, altered && (flags & NO_CHECKSUMS) == 0);
  }

  static boolean isSigned(byte[] b) {
    return b.length >= MAGIC.length && Arrays.equals(b, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }
}
