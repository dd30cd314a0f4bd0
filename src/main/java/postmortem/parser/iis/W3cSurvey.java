package postmortem.parser.iis;

import java.util.ArrayList;
import java.util.List;
import postmortem.parser.FileFacts;
import postmortem.parser.Survey;
import postmortem.text.AsciiText;
import postmortem.text.Lines;

/** Notes where directives and midnights of a W3C log change what its rows mean. */
final class W3cSurvey implements Survey {

  private final W3cDirectives directives;
  private final W3cRow row = new W3cRow();
  private final List<Long> offsets = new ArrayList<>();
  private final List<W3cState> states = new ArrayList<>();
  private boolean first = true;

  W3cSurvey(String path) {
    directives = new W3cDirectives(path);
  }

  /** The first line may hide its {@code #} behind a byte order mark. */
  @Override
  public boolean needsAllLines() {
    return first || directives.state().countsMidnights();
  }

  @Override
  public void line(Lines line) {
    first = false;
    if (line.tooLong()) {
      return;
    }
    byte[] b = line.block();
    int from = line.textStart();
    int to = AsciiText.trimEnd(b, from, line.end());
    if (from == to) {
      return;
    }
    boolean changed = b[from] == '#' ? directives.directive(b, from, to) : row(b, from, to);
    if (changed) {
      offsets.add(line.offset());
      states.add(directives.state());
    }
  }

  private boolean row(byte[] b, int from, int to) {
    W3cState state = directives.state();
    Columns columns = state.columns();
    if (columns == null || !state.countsMidnights() || row.cut(columns, b, from, to) != null) {
      return false;
    }
    int second = row.second();
    return second >= 0 && directives.row(second);
  }

  @Override
  public FileFacts facts() {
    long[] places = offsets.stream().mapToLong(Long::longValue).toArray();
    return new W3cFacts(places, states.toArray(new W3cState[0]));
  }
}
