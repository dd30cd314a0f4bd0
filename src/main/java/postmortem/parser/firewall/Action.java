package postmortem.parser.firewall;

/** What a row tells of a connection (isa-tmg.md, 5: "action values"). */
enum Action {
  ESTABLISH,
  TERMINATE,
  DENIED,
  /**
   * Nothing that is counted. Intermediate rows repeat the totals of a connection that has a row of
   * its own for its opening and its end; Bind, Listen and GHBN are no connections; Allowed and
   * Failed are of requests to the proxy, whose connections have rows of their own.
   */
  OTHER;

  /**
   * The status of a stray segment, of a connection that is gone: refused, but no attempt to open
   * one.
   */
  private static final String NOT_SYN = "0xc0040017";

  static Action of(IsaRow row) {
    return switch (row.initial(Column.ACTION)) {
      case 'e' -> row.is(Column.ACTION, "Establish") ? ESTABLISH : OTHER;
      case 't' -> row.is(Column.ACTION, "Terminate") ? TERMINATE : OTHER;
      case 'd' ->
          row.is(Column.ACTION, "Denied") && !row.is(Column.STATUS, NOT_SYN) ? DENIED : OTHER;
      default -> OTHER;
    };
  }
}
