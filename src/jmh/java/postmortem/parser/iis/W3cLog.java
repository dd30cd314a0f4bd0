package postmortem.parser.iis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A W3C log of the SMTP service for benchmarks: mail, refusals and deliveries in turn. */
public final class W3cLog {

  /** Rows of one round. */
  public static final int ROUND = 16;

  private static final String[] ROWS = {
    "203.0.113.%1$d mta%1$d.example.net %2$s 192.0.2.10 0 EHLO - +mta%1$d.example.net 250 0 275 19 0",
    "203.0.113.%1$d mta%1$d.example.net %2$s 192.0.2.10 0 MAIL - +FROM:<news@example.net>+SIZE=2413"
        + " 250 0 41 44 0",
    "203.0.113.%1$d mta%1$d.example.net %2$s 192.0.2.10 0 RCPT - +TO:<anna@corp.example> 250 0 30 27 16",
    "203.0.113.%1$d mta%1$d.example.net %2$s 192.0.2.10 0 RCPT - +TO:<nobody@corp.example>"
        + " 550 0 24 31 0",
    "203.0.113.%1$d mta%1$d.example.net %2$s 192.0.2.10 0 DATA - +<%1$d.2@example.net>"
        + " 250 0 100 2413 531",
    "203.0.113.%1$d mta%1$d.example.net %2$s 192.0.2.10 0 QUIT - mta%1$d.example.net 240 1015 68 4 0",
    "198.51.100.%1$d OutboundConnectionResponse %2$s - 25 - - 220+mx.example.net+ESMTP 0 0 30 0 47",
    "198.51.100.%1$d OutboundConnectionCommand %2$s - 25 EHLO - mail01.corp.example 0 0 4 0 0",
    "198.51.100.%1$d OutboundConnectionResponse %2$s - 25 - - 250-mx.example.net 0 0 18 0 62",
    "198.51.100.%1$d OutboundConnectionCommand %2$s - 25 MAIL - FROM:<anna@corp.example> 0 0 4 0 0",
    "198.51.100.%1$d OutboundConnectionResponse %2$s - 25 - - 250+2.1.0+Sender+OK 0 0 19 0 94",
    "198.51.100.%1$d OutboundConnectionCommand %2$s - 25 RCPT - TO:<nobody@example.net> 0 0 4 0 0",
    "198.51.100.%1$d OutboundConnectionResponse %2$s - 25 - - 550+5.1.1+User+unknown 0 0 22 0 110",
    "198.51.100.%1$d OutboundConnectionCommand %2$s - 25 RSET - - 0 0 4 0 0",
    "198.51.100.%1$d OutboundConnectionCommand %2$s - 25 QUIT - - 0 0 4 0 0",
    "198.51.100.%1$d OutboundConnectionResponse %2$s - 25 - - 221+2.0.0+Bye 0 0 13 0 234",
  };

  private W3cLog() {}

  /** A log of so many rounds, one a second, after four lines of directives. */
  public static byte[] of(int rounds) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line(out, "#Software: Microsoft Internet Information Services 6.0");
    line(out, "#Version: 1.0");
    line(out, "#Date: 2003-10-14 00:00:00");
    line(
        out,
        "#Fields: date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method"
            + " cs-uri-stem cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes time-taken"
            + " cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer) ");
    for (int i = 0; i < rounds; i++) {
      String time =
          String.format(
              Locale.ROOT, "2003-10-14 %02d:%02d:%02d ", i / 3600 % 24, i / 60 % 60, i % 60);
      for (String row : ROWS) {
        line(
            out,
            time + String.format(Locale.ROOT, row, i % 256, "SMTPSVC1 MAIL01") + " SMTP - - - -");
      }
    }
    return out.toByteArray();
  }

  private static void line(ByteArrayOutputStream out, String text) {
    out.writeBytes((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
