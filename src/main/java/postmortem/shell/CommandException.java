package postmortem.shell;

/** A command that cannot be done: the message is one line for its user. */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
