package postmortem.parser.windows.evtx;

/** What binary XML is made of, in order; places are in the chunk. */
interface BinXmlHandler {

  void startElement(int name) throws DamageException;

  void attribute(int name) throws DamageException;

  /** The start tag of the innermost element is complete. */
  void content() throws DamageException;

  void endElement() throws DamageException;

  /** UTF-16 text. */
  void text(int from, int to) throws DamageException;

  void character(int codeUnit) throws DamageException;

  void entity(int name) throws DamageException;

  /**
   * A value of the template's instance.
   *
   * @param optional what it stands in is left out, where the value is null
   */
  void substitution(int value, boolean optional) throws DamageException;

  /** A further template with its values. */
  void instance(int at) throws DamageException;
}
