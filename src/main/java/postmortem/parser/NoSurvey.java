package postmortem.parser;

import postmortem.text.Lines;

/** Of a file that is read in one piece: that piece sees all. */
public final class NoSurvey implements Survey {

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
