package postmortem.evidence;

import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/** What the entries of a zip say, however it is read. */
final class ZipMembers {

  private ZipMembers() {}

  static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
      return entry.getName();
    }
    for (byte b : raw) {
      if (b < 0) {
        return MemberName.decode(raw, MemberName.CP437);
      }
    }
    // ASCII, with backslashes of Windows turned round.
    return entry.getName();
  }

  /** Why the content cannot be had, or null. */
  static @Nullable String problem(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return "is encrypted";
    }
    if (entry.isUnixSymlink()) {
      return "holds no data: it is a symbolic link";
    }
    ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
    if (method == null) {
      return "is compressed by the unknown method " + entry.getMethod();
    }
    return switch (method) {
      case STORED, DEFLATED, ENHANCED_DEFLATED, BZIP2, IMPLODING, UNSHRINKING -> null;
      default -> "is compressed by " + method + ", which cannot be read here";
    };
  }

  /** Bytes that only the end of a whole zip has. */
  static byte[] endMark() {
    return "PK\5\6".getBytes(StandardCharsets.US_ASCII);
  }
}
