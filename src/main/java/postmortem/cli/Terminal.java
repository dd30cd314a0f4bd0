package postmortem.cli;

/** Which of our outputs a person looks at. */
enum Terminal {
  STDOUT('1'),
  STDERR('2');

  private final char descriptor;

  Terminal(char descriptor) {
    this.descriptor = descriptor;
  }

  /** Java cannot tell for stderr, so the launcher does; without it there is none. */
  boolean isTerminal() {
    return System.getProperty("postmortem.terminals", "").indexOf(descriptor) >= 0;
  }
}
