package postmortem.parser.windows.export;

import java.util.Locale;

/** What the name of an export says of its log. */
final class ExportPath {

  private ExportPath() {}

  /** Is it one of the System log: {@code SysEvent.csv}, {@code system.txt}? */
  static boolean isSystem(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('!'));
    String file = path.substring(slash + 1).toLowerCase(Locale.ROOT);
    return file.contains("sysevent") || file.contains("system");
  }
}
