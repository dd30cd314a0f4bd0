package postmortem.parser.windows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;
import postmortem.text.AsciiText;

/** Overwrites what may hold a password in the text of an event, in whatever form that is. */
public final class Secrets {

  private static final String AUTH = "AUTH ";
  private static final List<String> MECHANISMS =
      List.of("LOGIN", "PLAIN", "NTLM", "GSSAPI", "CRAM-MD5", "DIGEST-MD5", "XOAUTH2");
  private static final String COMMAND_LINE = "CommandLine";

  private Secrets() {}

  /**
   * The initial response of an AUTH command (RFC 4954, 4), as the SMTP service logs commands that
   * it refused (event 7010).
   */
  public static void maskAuth(byte[] b, int from, int to) {
    int at = auth(b, from, to);
    while (at >= 0) {
      int mechanism = at + AUTH.length();
      int end = word(b, mechanism, to);
      if (mechanism(b, mechanism, end) != null && end < to && b[end] == ' ') {
        for (int i = end + 1; i < to && isBase64(b[i]); i++) {
          b[i] = '*';
        }
      }
      at = auth(b, mechanism, to);
    }
  }

  /**
   * The mechanism that an AUTH command names, upper case; null where it names none that is known.
   */
  static @Nullable Slice mechanism(@Nullable Slice command) {
    byte[] b = command == null ? new byte[0] : command.bytes();
    int at = auth(b, 0, b.length);
    int from = at < 0 ? b.length : at + AUTH.length();
    String known = mechanism(b, from, word(b, from, b.length));
    return known == null ? null : Slice.of(known);
  }

  /** Where an AUTH command begins; -1 where none does. */
  private static int auth(byte[] b, int from, int to) {
    for (int at = from; at + AUTH.length() <= to; at++) {
      boolean begins = (b[at] | 0x20) == 'a' && (at == from || !Character.isLetter(b[at - 1]));
      if (begins && AsciiText.startsWithIgnoreCase(b, at, to, AUTH)) {
        return at;
      }
    }
    return -1;
  }

  private static int word(byte[] b, int from, int to) {
    int end = from;
    while (end < to && (Character.isLetterOrDigit(b[end]) || b[end] == '-')) {
      end++;
    }
    return end;
  }

  /** The mechanism that a word names; null where that is none that is known. */
  private static @Nullable String mechanism(byte[] b, int from, int to) {
    for (String mechanism : MECHANISMS) {
      if (AsciiText.equalsIgnoreCase(b, from, to, mechanism)) {
        return mechanism;
      }
    }
    return null;
  }

  private static boolean isBase64(byte c) {
    return Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=';
  }

  /** The same, and command lines (event 4688), in an event as XML. */
  public static void maskXml(byte[] b, int start, int end) {
    maskAuth(b, start, end);
    int at = AsciiText.find(b, start, end, COMMAND_LINE);
    while (at >= 0) {
      int from = AsciiText.indexOf(b, at, end, '>');
      int to = from < 0 ? -1 : AsciiText.indexOf(b, from, end, '<');
      for (int i = from + 1; from >= 0 && i < (to < 0 ? end : to); i++) {
        b[i] = '*';
      }
      at = AsciiText.find(b, at + 1, end, COMMAND_LINE);
    }
  }
}
