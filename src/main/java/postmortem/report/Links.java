package postmortem.report;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a viewer would turn into a link, so that nobody clicks on what an attacker wrote:
 * {@code http://evil.example} becomes {@code hxxp://evil[.]example}.
 *
 * <p>IP addresses, file names and words with dots stay as they are.
 */
final class Links {

  /** Nothing to change. */
  static final byte NONE = 0;

  /** A dot in the name of a host: {@code [.]}. */
  static final byte DOT = 1;

  /** A t of http: x. */
  static final byte TEE = 2;

  /** The colon of another scheme: {@code [:]}. */
  static final byte COLON = 3;

  /** Endings that look like those of domains, and are those of files that reports speak of. */
  private static final Set<String> FILES =
      Set.of(
          "7z", "bak", "bz2", "cap", "cfg", "cmd", "conf", "csv", "dat", "db", "dll", "edb", "eml",
          "etl", "evt", "evtx", "exe", "gz", "html", "ini", "json", "jsonl", "log", "md", "old",
          "pcap", "pcapng", "ps1", "tar", "tgz", "tmp", "txt", "w3c", "xml", "xz", "zst");

  private Links() {}

  /** Schemes and, where {@code domains}, names of hosts: one mark per char; null: none. */
  static byte @Nullable [] marks(String text, boolean domains) {
    if (text.indexOf('.') < 0 && text.indexOf(':') < 0) {
      return null;
    }
    byte[] marks = new byte[text.length()];
    boolean any = schemes(text, marks);
    return domains && hosts(text, marks) || any ? marks : null;
  }

  private static boolean schemes(String text, byte[] marks) {
    boolean any = false;
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int from = at;
      while (from > 0 && inScheme(text.charAt(from - 1))) {
        from--;
      }
      String scheme = text.substring(from, at).toLowerCase(Locale.ROOT);
      int http = scheme.endsWith("https") ? at - 5 : scheme.endsWith("http") ? at - 4 : -1;
      if (http >= 0) {
        marks[http + 1] = TEE;
        marks[http + 2] = TEE;
      } else {
        marks[at] = COLON;
      }
      any = true;
    }
    return any;
  }

  private static boolean inScheme(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '-'
        || c == '.';
  }

  private static boolean hosts(String text, byte[] marks) {
    boolean any = false;
    int at = 0;
    while (at < text.length()) {
      if (!inHost(text.charAt(at))) {
        at++;
        continue;
      }
      int from = at;
      while (at < text.length() && inHost(text.charAt(at))) {
        at++;
      }
      any |= host(text, from, at, marks);
    }
    return any;
  }

  /** Marks the dots of one run of host characters, where it is the name of a host. */
  private static boolean host(String text, int from, int to, byte[] marks) {
    int end = to;
    while (end > from && text.charAt(end - 1) == '.') {
      end--;
    }
    int last = text.lastIndexOf('.', end - 1);
    if (last <= from || end - last < 3) {
      return false;
    }
    boolean address = from > 0 && text.charAt(from - 1) == '@';
    boolean link =
        address
            || from > 2 && text.startsWith("://", from - 3)
            || text.regionMatches(true, from, "www.", 0, 4);
    if (!top(text, last + 1, end) || !link && file(text.substring(last + 1, end))) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == '.') {
        marks[i] = DOT;
      }
    }
    return true;
  }

  private static boolean file(String ending) {
    return FILES.contains(ending.toLowerCase(Locale.ROOT));
  }

  /** May this be a top-level domain: letters only, or an internationalised one? */
  private static boolean top(String text, int from, int to) {
    if (text.regionMatches(true, from, "xn--", 0, 4)) {
      return true;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c < 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean inHost(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_'
        || c == '.'
        || c >= 0x80 && !Character.isSurrogate(c);
  }

  /** Appends the char at {@code at} as its mark says; false where it has none. */
  static boolean append(String text, int at, byte @Nullable [] marks, StringBuilder out) {
    if (marks == null || marks[at] == NONE) {
      return false;
    }
    switch (marks[at]) {
      case DOT -> out.append("[.]");
      case COLON -> out.append("[:]");
      default -> out.append(text.charAt(at) == 'T' ? 'X' : 'x');
    }
    return true;
  }
}
