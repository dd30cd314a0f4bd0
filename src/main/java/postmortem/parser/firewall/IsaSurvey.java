package postmortem.parser.firewall;

import java.util.ArrayList;
import java.util.List;
import postmortem.parser.FileFacts;
import postmortem.parser.Survey;
import postmortem.text.Lines;

/** Notes where directives of a file change what its rows mean. */
final class IsaSurvey implements Survey {

  /** No log has so many heads that differ; beyond, pieces read nothing before their first head. */
  static final int MAX_CHANGES = 1 << 16;

  private final List<Change> changes = new ArrayList<>();
  private IsaState state = IsaState.NONE;
  private boolean first = true;
  private boolean full;

  /** Below the line at this offset, rows have this state. */
  private record Change(long offset, IsaState state) {}

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
    IsaState after = state.after(line.block(), from, line.end());
    if (after.equals(state)) {
      return;
    }
    state = after;
    if (changes.size() < MAX_CHANGES) {
      changes.add(new Change(line.offset(), after));
    } else if (!full) {
      full = true;
      changes.add(new Change(line.offset(), IsaState.NONE));
    }
  }

  @Override
  public FileFacts facts() {
    return new Facts(List.copyOf(changes));
  }

  /** The states of a file, in order of their offsets. */
  static final class Facts implements FileFacts {

    private final List<Change> changes;

    private Facts(List<Change> changes) {
      this.changes = changes;
    }

    /** The state that is in force where a piece begins. */
    IsaState at(long offset) {
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
      return low == 0 ? IsaState.NONE : changes.get(low - 1).state();
    }
  }
}
