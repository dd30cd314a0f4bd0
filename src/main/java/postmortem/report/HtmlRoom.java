package postmortem.report;

/** What room is left on the page: a page that nobody can open proves nothing. */
final class HtmlRoom {

  /** Rows of a table. */
  static final int ROWS = 300;

  private int findings = 200; // in full, on the whole page
  private int names = 20_000;
  private int rows = 5000; // in tables of incidents

  /** How many of some findings can be told in full, of one group. */
  int findings(int wanted, int most) {
    int taken = Math.min(wanted, Math.min(most, findings));
    findings -= taken;
    return taken;
  }

  /** How many of some names can be written. */
  int names(int wanted, int most, int least) {
    int taken = Math.min(wanted, Math.max(least, Math.min(most, names)));
    names -= taken;
    return taken;
  }

  /** How many rows a table may have. */
  int rows(int wanted) {
    int taken = Math.min(wanted, Math.max(10, Math.min(ROWS, rows)));
    rows -= taken;
    return taken;
  }
}
