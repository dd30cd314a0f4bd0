package postmortem.parser.exchange;

import java.util.ArrayList;
import java.util.List;
import postmortem.parser.FileFacts;
import postmortem.parser.Survey;
import postmortem.text.Lines;

/** Notes where the head of a file changes what its rows mean. */
final class LayoutSurvey implements Survey {

  /** No log has so many heads that differ; beyond, pieces read nothing before their first head. */
  static final int MAX_CHANGES = 1 << 16;

  private final List<Change> changes = new ArrayList<>();
  private Layout layout = Layout.USUAL;
  private boolean first = true;
  private boolean full;

  /** From the line at this offset on, rows have this layout. */
  private record Change(long offset, Layout layout) {}

  /** The first line is looked at too, because a byte order mark may stand before its {@code #}. */
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
    Layout after = layout.after(line.block(), from, line.end());
    if (after == layout) {
      return;
    }
    layout = after;
    if (changes.size() < MAX_CHANGES) {
      changes.add(new Change(line.offset(), after));
    } else if (!full) {
      full = true;
      changes.add(new Change(line.offset(), Layout.UNKNOWN));
    }
  }

  @Override
  public FileFacts facts() {
    return new Facts(List.copyOf(changes));
  }

  /** The layouts of a file, in order of their offsets. */
  static final class Facts implements FileFacts {

    private final List<Change> changes;

    private Facts(List<Change> changes) {
      this.changes = changes;
    }

    /** The layout that is in force where a piece begins. */
    Layout at(long offset) {
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
      return low == 0 ? Layout.USUAL : changes.get(low - 1).layout();
    }
  }
}
