package postmortem.parser.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mask of the parsers hides, and what it leaves. */
final class SecretsTest {

  private static final String START =
      "2024-03-05T08:00:00.020Z,MX01\\Default,08DC3AA000000050,1,192.0.2.10:25,198.51.100.5:1024,";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          <,AUTH PLAIN AGFubmEAaHVudGVyMg==,      | <,AUTH PLAIN ********************,
          <,auth login YW5uYQ==,                  | <,auth login ********,
          <,AUTH AGFubmEAaHVudGVyMg==,            | <,AUTH ********************,
          <,AUTH LOGIN,                           | <,AUTH LOGIN,
          <,"AUTH PLAIN AGFu, bmEA",              | <,"AUTH PLAIN ****, bmEA",
          <,X-EXPS EXCHANGEAUTH SHA256 ,          | <,X-EXPS EXCHANGEAUTH SHA256 ,
          <,X-EXPS EXCHANGEAUTH SHA256 YIIGhgYJ,  | <,X-EXPS EXCHANGEAUTH SHA256 ********,
          <,X-EXPS GSSAPI YIIGhgYJKoZI,           | <,X-EXPS GSSAPI ************,
          <,aHVudGVyMg==,                         | <,************,
          >,aHVudGVyMg==,                         | >,************,
          <,YWJj,                                 | <,****,
          <,QUIT,                                 | <,QUIT,
          <,STARTTLS,                             | <,STARTTLS,
          <,PASS hunter2,                         | <,PASS ********
          <,"PASS hun,ter2",                      | <,"PASS **********
          <,PASS hun,ter2,                        | <,PASS *********
          <,password hunter2,                     | <,password ********
          <,LOGIN anna hunter2,                   | <,LOGIN **** ********
          <,AUTHINFO PASS hunter2,                | <,AUTHINFO **** ********
          <,hunter2!,                             | <,********,
          <,S3cret,                               | <,******,
          <,FOOBAR,                               | <,FOOBAR,
          <,GET / HTTP/1.1,                       | <,GET / HTTP/1.1,
          <,<authentication response>,            | <,<authentication response>,
          <,XEXCH50 2 2,                          | <,XEXCH50 2 2,
          <,RCPT TO:<a@b.example>,                | <,RCPT TO:<a@b.example>,
          ,aHVudGVyMg==,                          | ,************,
          aHVudGVyMg==,                           | ************,
          -,,Remote                               | -,,Remote
          -,,TimedOut                             | -,,TimedOut
          *,EXAMPLE\\anna,authenticated           | *,EXAMPLE\\anna,authenticated
          *,,User Name: anna                      | *,,User Name: anna
          *,,Inbound AUTH LOGIN failed because of LogonDenied | *,,Inbound AUTH LOGIN failed because of LogonDenied
          >,250-AUTH LOGIN PLAIN,                 | >,250-AUTH LOGIN PLAIN,
          >,334 <authentication response>,        | >,334 <authentication response>,
          <,XPROXY SID=08DC IP=192.0.2.1 PORT=5 DOMAIN=a CAPABILITIES=0 SECID=UzEtNQ==, | <,XPROXY SID=08DC IP=192.0.2.1 PORT=5 DOMAIN=a CAPABILITIES=0 SECID=********,
          <,XPROXYFROM IP=192.0.2.1 SEQNUM=1 PERMS=2 AUTHSRC=Anonymous secret | <,XPROXYFROM IP=192.0.2.1 SEQNUM=1 PERMS=2 AUTHSRC=Anonymous ******
          """)
  void masks(String row, String expected) {
    assertEquals(START + expected, masked(START + row));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "unclosed,AUTH PLAIN AGFubmEA | "unclosed,AUTH PLAIN ********
          AUTH PLAIN AGFubmEA           | AUTH PLAIN ********
          """)
  void masksWhatIsNoRow(String text, String expected) {
    assertEquals(expected, masked(text));
  }

  private static String masked(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    new SmtpReceiveParser().mask(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
