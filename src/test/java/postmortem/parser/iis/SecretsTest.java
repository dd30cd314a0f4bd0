package postmortem.parser.iis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is masked of a row, whatever columns it has; and what must stay readable. */
final class SecretsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SMTPSVC1 M 192.0.2.1 0 AUTH - +LOGIN 334 0 | SMTPSVC1 M 192.0.2.1 0 AUTH - +LOGIN 334 0",
        "SMTPSVC1 M 192.0.2.1 0 AUTH - +LOGIN+YWRtaW4= 334 0 | SMTPSVC1 M 192.0.2.1 0 AUTH - +LOGIN********* 334 0",
        "SMTPSVC1 M 192.0.2.1 0 auth - +plain+AGEAYg== 235 0 | SMTPSVC1 M 192.0.2.1 0 auth - +plain********* 235 0",
        "SMTPSVC1 M 192.0.2.1 0 AUTH - +AGEAYg== 504 0 | SMTPSVC1 M 192.0.2.1 0 AUTH - +******** 504 0",
        "SMTPSVC1 M 192.0.2.1 0 AUTH - secret 504 0 | SMTPSVC1 M 192.0.2.1 0 AUTH - ****** 504 0",
        "SMTPSVC1 M 192.0.2.1 0 X-EXPS - +GSSAPI+YIIF 334 0 | SMTPSVC1 M 192.0.2.1 0 X-EXPS - +GSSAPI***** 334 0",
        "SMTPSVC1 M 192.0.2.1 0 PASS - +hunter2 500 0 | SMTPSVC1 M 192.0.2.1 0 PASS - +******* 500 0",
        "SMTPSVC1 M 192.0.2.1 0 login - +anna+pw 500 0 | SMTPSVC1 M 192.0.2.1 0 login - +******* 500 0",
        "SMTPSVC1 M 192.0.2.1 0 U2VjcmV0MTIz - - 535 0 | SMTPSVC1 M 192.0.2.1 0 ************ - - 535 0",
        "SMTPSVC1 M 192.0.2.1 0 YWJj - +cGFzcw== 535 0 | SMTPSVC1 M 192.0.2.1 0 **** - +******** 535 0",
        "QUIT SMTPSVC1 M 192.0.2.1 0 YWRtaW4= - - 334 0 | QUIT SMTPSVC1 M 192.0.2.1 0 ******** - - 334 0",
        "08:00:00 192.0.2.1 YWRtaW4= - 334 | 08:00:00 192.0.2.1 ******** - 334",
        "36A42160 SMTPSVC1 M 192.0.2.1 0 HELO - +36A42160 250 0 | 36A42160 SMTPSVC1 M 192.0.2.1 0 HELO - +36A42160 250 0",
        "friend SMTPSVC1 M 192.0.2.1 0 xxxx - +friend 500 0 | friend SMTPSVC1 M 192.0.2.1 0 xxxx - +friend 500 0",
        "friend SMTPSVC1 M 192.0.2.1 0 FOOBAR - +x 500 0 12345678 | friend SMTPSVC1 M 192.0.2.1 0 FOOBAR - +x 500 0 12345678",
        "SMTPSVC1 M 192.0.2.1 0 DATA - +<YWRtaW4=@a.example> 250 0 | SMTPSVC1 M 192.0.2.1 0 DATA - +<YWRtaW4=@a.example> 250 0",
        "OutboundConnectionResponse SMTPSVC1 M - 25 - - 250+okay 0 0 | OutboundConnectionResponse SMTPSVC1 M - 25 - - 250+okay 0 0",
        "#Fields: date time | #Fields: date time",
        "'' | ''"
      })
  void masks(String row, String expected) {
    byte[] bytes = row.getBytes(StandardCharsets.US_ASCII);
    Secrets.mask(bytes);
    assertEquals(expected, new String(bytes, StandardCharsets.US_ASCII));
  }
}
