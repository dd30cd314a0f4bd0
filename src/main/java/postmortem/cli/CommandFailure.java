package postmortem.cli;

/** Something that ends the command with one line for the user. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and where, and what to try
   */
  CommandFailure(String message) {
    super(message);
  }
}
