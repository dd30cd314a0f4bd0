package postmortem.parser.windows.evtx;

/** Bytes that are not what the format asks for; thrown within a record, and never out of one. */
final class DamageException extends Exception {

  private static final long serialVersionUID = 1L;

  DamageException(String what) {
    super(what, null, false, false);
  }
}
