package postmortem.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.text.Lines;

/**
 * Notes where the head of a file, or another one in its middle, changes what its rows mean.
 *
 * @param <S> what a head says; immutable
 */
public final class HeadSurvey<S> implements Survey {

  /** No log has so many heads that differ; beyond, pieces read nothing before their first head. */
  private static final int MAX_CHANGES = 1 << 16;

  /** Reads a line that begins with {@code #}. */
  @FunctionalInterface
  public interface Head<S> {

    /** What is said below it; {@code before} itself, if the line says nothing new. */
    S after(S before, byte[] block, int from, int to);
  }

  /** Below the line at this offset, rows mean this. */
  private record Change<S>(long offset, S said) {}

  private final Head<S> head;
  private final S lost;
  private final List<Change<S>> changes = new ArrayList<>();
  private S said;
  private boolean first = true;
  private boolean full;

  /**
   * @param none what is said before any head
   * @param lost what is said where there were too many
   */
  public HeadSurvey(S none, S lost, Head<S> head) {
    this.said = none;
    this.lost = lost;
    this.head = head;
  }

  /** The first line may hide its {@code #} behind a byte order mark. */
  @Override
  public boolean needsAllLines() {
    return first;
  }

  @Override
  public void line(Lines line) {
    first = false;
    int from = line.textStart();
    if (line.tooLong() || from >= line.end() || line.block()[from] != '#') {
      return;
    }
    S after = head.after(said, line.block(), from, line.end());
    if (after.equals(said)) {
      return;
    }
    said = after;
    if (changes.size() < MAX_CHANGES) {
      changes.add(new Change<>(line.offset(), after));
    } else if (!full) {
      full = true;
      changes.add(new Change<>(line.offset(), lost));
    }
  }

  @Override
  public FileFacts facts() {
    return new Facts<>(List.copyOf(changes));
  }

  /**
   * What is said where a piece begins.
   *
   * @param facts of a survey of this kind, or of none
   * @param none what is said before any head
   */
  public static <S> S at(FileFacts facts, long offset, Class<S> type, S none) {
    Object said = facts instanceof Facts<?> surveyed ? surveyed.at(offset) : null;
    return said == null ? none : type.cast(said);
  }

  /** The changes of a file, in order of their offsets. */
  private record Facts<S>(List<Change<S>> changes) implements FileFacts {

    /** Null before the first. */
    @Nullable S at(long offset) {
      int low = 0;
      int high = changes.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (changes.get(middle).offset() < offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low == 0 ? null : changes.get(low - 1).said();
    }
  }
}
