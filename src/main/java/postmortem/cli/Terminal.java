package postmortem.cli;

/** At which of our ends a person sits. */
enum Terminal {
  STDIN('0'),
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

  /** Does somebody type, and read what is printed? Without the launcher only Java can tell. */
  @SuppressWarnings("SystemConsoleNull") // the launcher for Windows asks for the console of old
  static boolean isConversation() {
    return System.getProperty("postmortem.terminals") == null
        ? System.console() != null
        : STDIN.isTerminal() && STDOUT.isTerminal();
  }
}
