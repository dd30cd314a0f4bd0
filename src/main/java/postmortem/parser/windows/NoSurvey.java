package postmortem.parser.windows;

import postmortem.parser.FileFacts;
import postmortem.parser.Survey;
import postmortem.text.Lines;

/** Of a file that is read in one piece: that piece sees all. */
final class NoSurvey implements Survey {

  @Override
  public boolean needsAllLines() {
    return false;
  }

  @Override
  public void line(Lines line) {
    // nothing to note
  }

  @Override
  public FileFacts facts() {
    return FileFacts.NONE;
  }
}
