package postmortem.parser.iis;

import java.util.Locale;
import java.util.Set;
import postmortem.text.AsciiTimes;

/** What folders and names of log files tell where the records do not (iis-smtp.md, 1). */
final class FileNames {

  /** Folders on the way to the logs of every machine. */
  private static final Set<String> NO_SERVER =
      Set.of(
          "C",
          "D",
          "E",
          "WINNT",
          "WINDOWS",
          "SYSTEM32",
          "LOGFILES",
          "LOGS",
          "LOG",
          "INETPUB",
          "IIS",
          "SMTP",
          "EVIDENCE",
          "EXCHANGE",
          "EXCHSRVR",
          "BACKUP",
          "ARCHIVE",
          "OLD",
          "MAIL");

  private static final int LONGEST_NAME = 63;

  private FileNames() {}

  /**
   * The day of {@code ex031014.log}, {@code ex03101408.log} or {@code u_ex031014.log}, counted from
   * 1970; {@link AsciiTimes#NO_DAY} where the name says none. A weekly file ({@code ex031002.log}
   * for the second week) has the same form, and is taken for a day's.
   */
  static int day(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
    String lower = name.toLowerCase(Locale.ROOT);
    int from = lower.startsWith("u_ex") ? 4 : lower.startsWith("ex") ? 2 : -1;
    int to = from;
    while (from > 0 && to < lower.length() && isDigit(lower.charAt(to))) {
      to++;
    }
    int digits = to - from;
    if (from < 0 || digits != 6 && digits != 8) {
      return AsciiTimes.NO_DAY;
    }
    int year = two(lower, from);
    return AsciiTimes.day(
        year < 70 ? 2000 + year : 1900 + year, two(lower, from + 2), two(lower, from + 4));
  }

  private static int two(String digits, int at) {
    return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
  }

  /** The nearest folder that is a virtual server's, {@code SMTPSVC1}, upper case; or "". */
  static String site(String path) {
    int end = path.lastIndexOf('/');
    while (end > 0) {
      String folder = folderBefore(path, end).toUpperCase(Locale.ROOT);
      if (isSite(folder)) {
        return folder;
      }
      end -= folder.length() + 1;
    }
    return "";
  }

  /** The nearest folder whose name looks like that of a machine, upper case; or "". */
  static String server(String path) {
    int end = path.lastIndexOf('/');
    while (end > 0) {
      String folder = folderBefore(path, end).toUpperCase(Locale.ROOT);
      if (isServer(folder)) {
        return folder;
      }
      end -= folder.length() + 1;
    }
    return "";
  }

  /** The folder that ends before {@code end}; an archive is a folder. */
  private static String folderBefore(String path, int end) {
    int start = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('!', end - 1));
    return path.substring(start + 1, end);
  }

  private static boolean isSite(String folder) {
    return folder.startsWith("SMTPSVC") && folder.length() > 7 && isService(folder);
  }

  /** {@code SMTPSVC1}, {@code W3SVC2}, {@code NNTPSVC}. */
  private static boolean isService(String folder) {
    int digits = folder.lastIndexOf("SVC") + 3;
    return digits >= 3 && folder.chars().skip(digits).allMatch(FileNames::isDigit);
  }

  private static boolean isServer(String folder) {
    boolean letter = false;
    for (int i = 0; i < folder.length(); i++) {
      char c = folder.charAt(i);
      letter |= c >= 'A' && c <= 'Z';
      if (!(c >= 'A' && c <= 'Z') && !isDigit(c) && c != '-' && c != '.' && c != '_') {
        return false;
      }
    }
    return letter
        && folder.length() <= LONGEST_NAME
        && !isService(folder)
        && !NO_SERVER.contains(folder)
        && !folder.endsWith(".ZIP")
        && !folder.endsWith(".7Z")
        && !folder.endsWith(".TAR")
        && !folder.endsWith(".TGZ")
        && !folder.endsWith(".GZ");
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
