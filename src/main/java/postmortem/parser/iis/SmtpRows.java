package postmortem.parser.iis;

import postmortem.event.Span;
import postmortem.text.Word;

/** Tells the rows of the SMTP service from others, and its two directions apart. */
final class SmtpRows {

  private static final Word SERVICE = Word.of("SMTPSVC");
  private static final Word PROTOCOL = Word.of("SMTP");
  private static final Word COMMAND = Word.of("OutboundConnectionCommand");
  static final Word RESPONSE = Word.of("OutboundConnectionResponse");

  private SmtpRows() {}

  /**
   * Is the row of the SMTP service? Several services may write one file (iis-smtp.md, 2). Where no
   * column says so, a row is unless it asks for a path, which SMTP never does.
   */
  static boolean isSmtp(W3cRow row) {
    if (namesService(row) || namesProtocol(row)) {
      return true;
    }
    boolean silent = isSilent(row, Column.SITE) && isSilent(row, Column.VERSION);
    return silent && !row.begins(Column.STEM, "/");
  }

  /** Does its virtual server have a name as those of the service have? */
  static boolean namesService(W3cRow row) {
    return row.begins(Column.SITE, SERVICE);
  }

  /** Does it say that SMTP was spoken? */
  static boolean namesProtocol(W3cRow row) {
    return row.is(Column.VERSION, PROTOCOL);
  }

  private static boolean isSilent(W3cRow row, Column column) {
    return Span.isAbsent(row.span(column));
  }

  /**
   * Did our server open the connection? A client may give one of the two marks as its HELO name:
   * but then the port is 0, or there is a reply code, which outbound rows never have (iis-smtp.md,
   * 3). Without the column of names, the missing reply code has to do.
   */
  static boolean isOutbound(W3cRow row) {
    if (!row.has(Column.USER)) {
      return row.is(Column.STATUS, "0") && (!row.has(Column.WIN32) || row.is(Column.WIN32, "0"));
    }
    // no column has so long a name by accident, so most rows end here
    if (row.end(Column.USER) - row.start(Column.USER) < COMMAND.length()) {
      return false;
    }
    boolean marked = row.is(Column.USER, COMMAND) || row.is(Column.USER, RESPONSE);
    boolean refuted =
        row.is(Column.PORT, "0") || row.has(Column.STATUS) && !row.is(Column.STATUS, "0");
    return marked && !refuted;
  }

  /** Is an outbound row the other server's answer? The length tells the two marks apart. */
  static boolean isResponse(W3cRow row) {
    return row.has(Column.USER)
        ? row.end(Column.USER) - row.start(Column.USER) == RESPONSE.length()
        : Span.isAbsent(row.span(Column.METHOD));
  }
}
