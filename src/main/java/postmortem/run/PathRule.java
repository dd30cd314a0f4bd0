package postmortem.run;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said about the files that a glob matches: {@code ex*.log=+02:00}.
 *
 * <p>The glob is matched against the file's name, or against the whole ledger path if it has a
 * slash, with and without the ending of a compressor.
 *
 * @param glob as it was given
 * @param value what is said of the files
 */
public record PathRule<T>(String glob, T value) {

  private static final List<String> ENDINGS = List.of(".gz", ".bz2", ".xz");

  /** Does the glob match this ledger path? */
  public boolean matches(String ledgerPath) {
    String subject = glob.indexOf('/') >= 0 ? ledgerPath : name(ledgerPath);
    if (matchesWhole(subject)) {
      return true;
    }
    for (String ending : ENDINGS) {
      if (subject.toLowerCase(Locale.ROOT).endsWith(ending)
          && matchesWhole(subject.substring(0, subject.length() - ending.length()))) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesWhole(String subject) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    try {
      return matcher.matches(Path.of(subject));
    } catch (java.nio.file.InvalidPathException e) {
      return false; // a member's name that this system could not have
    }
  }

  private static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
  }

  /** The value of the last rule that matches, or null. */
  static <T> @Nullable T last(List<PathRule<T>> rules, String ledgerPath) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      if (rules.get(i).matches(ledgerPath)) {
        return rules.get(i).value();
      }
    }
    return null;
  }
}
