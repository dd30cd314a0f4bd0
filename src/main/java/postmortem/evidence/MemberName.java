package postmortem.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Names of members as the archive has them: UTF-8, or else an old code page; never made safe. */
final class MemberName {

  /** The code page of zip where nothing else is said (APPNOTE.TXT, appendix D). */
  static final Charset CP437 = Charset.forName("IBM437");

  private MemberName() {}

  static String decode(byte[] raw, Charset old) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(raw, old);
    }
  }

  /** The name that was decoded as ISO 8859-1 although it may be UTF-8. */
  static String repair(String name) {
    boolean ascii = true;
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0xff) {
        return name;
      }
      ascii &= name.charAt(i) < 0x80;
    }
    return ascii
        ? name
        : decode(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
  }

  /** A name that is not longer than allowed, cut by code point. */
  static String cut(String name, int most) {
    if (name.codePointCount(0, name.length()) <= most) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, most));
  }
}
