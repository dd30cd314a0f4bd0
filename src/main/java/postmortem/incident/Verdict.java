package postmortem.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "were we hit?".
 *
 * @param hit the answer in one word
 * @param text the answer in one or two sentences
 * @param since when, nanoseconds since 1970 UTC; null where nothing was found
 * @param fetchNext which logs would answer what is open, full sentences, most useful first
 */
public record Verdict(Hit hit, String text, @Nullable Long since, List<String> fetchNext) {

  /** Were we hit? */
  public enum Hit {
    YES("yes"),
    ATTEMPTED("attempted"),
    NO("no"),
    CANNOT_TELL("cannot-tell");

    private final String id;

    Hit(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  public Verdict {
    fetchNext = List.copyOf(fetchNext);
  }
}
