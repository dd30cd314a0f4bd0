package postmortem.cli;

/** Which of our outputs a person looks at. */
enum Terminal {
  STDOUT('1'),
  STDERR('2');

  private final char descriptor;

  Terminal(char descriptor) {
    this.descriptor = descriptor;
  }

  /**
   * Java cannot tell for stderr, so the launcher does; without it, what Java knows of its console.
   */
  boolean isTerminal() {
    String told = System.getProperty("postmortem.terminals");
    return told == null ? System.console() != null : told.indexOf(descriptor) >= 0;
  }
}
