package postmortem.parser;

import postmortem.text.Lines;

/** One pass over a whole file of lines, before it is read in pieces. */
public interface Survey {

  /**
   * Must this survey see every line? If not, it sees those that begin with {@code #}, which is much
   * cheaper. Asked before each line, so that an answer may follow from a directive.
   */
  boolean needsAllLines();

  /** Looks at the current line; keeps nothing of it but copies. */
  void line(Lines line);

  /** What was found, when all lines have been seen. */
  FileFacts facts();
}
