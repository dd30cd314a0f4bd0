package postmortem.evidence;

/** How the bytes of a file stand for characters. */
public enum Encoding {
  ASCII("ascii"),
  UTF_8("utf-8"),
  UTF_16LE("utf-16le"),
  UTF_16BE("utf-16be"),
  /** Text that is not UTF-8; what else it may be, nothing tells. */
  WINDOWS_1252("windows-1252"),
  BINARY("binary"),
  EMPTY("empty");

  private final String id;

  Encoding(String id) {
    this.id = id;
  }

  /** The name in the ledger. */
  public String id() {
    return id;
  }
}
