package postmortem.parser.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.event.Reason;

/** What events and codes mean, as tables. */
final class KnownEventTest {

  @ParameterizedTest
  @CsvSource({
    "SECURITY, 528, LOGON_ACCEPTED, NONE",
    "SECURITY, 540, LOGON_ACCEPTED, NONE",
    "SECURITY, 529, LOGON_REJECTED, DENIED",
    "SECURITY, 530, LOGON_REJECTED, RIGHT_PASSWORD_REFUSED",
    "SECURITY, 531, LOGON_REJECTED, ACCOUNT_DISABLED",
    "SECURITY, 532, LOGON_REJECTED, ACCOUNT_DISABLED",
    "SECURITY, 533, LOGON_REJECTED, RIGHT_PASSWORD_REFUSED",
    "SECURITY, 534, LOGON_REJECTED, RIGHT_PASSWORD_REFUSED",
    "SECURITY, 535, LOGON_REJECTED, RIGHT_PASSWORD_REFUSED",
    "SECURITY, 536, LOGON_REJECTED, BACK_END",
    "SECURITY, 537, LOGON_REJECTED, BACK_END",
    "SECURITY, 539, LOGON_REJECTED, LOCKED",
    "SECURITY, 680, CHECKED, NONE",
    "SECURITY, 681, CHECKED, NONE",
    "SECURITY, 672, TICKET, NONE",
    "SECURITY, 675, TICKET, NONE",
    "SECURITY, 676, TICKET, NONE",
    "SECURITY, 644, ACCOUNT_CHANGED, NONE",
    "SECURITY, 517, LOG_CLEARED, NONE",
    "SECURITY, 520, CLOCK_CHANGED, NONE",
    "SECURITY, 612, POLICY_CHANGED, NONE",
    "AUDITING, 4624, LOGON_ACCEPTED, NONE",
    "AUDITING, 4625, LOGON_REJECTED, DENIED",
    "AUDITING, 4648, LOGON_TRIED, NONE",
    "AUDITING, 4776, CHECKED, NONE",
    "AUDITING, 4768, TICKET, NONE",
    "AUDITING, 4771, TICKET, NONE",
    "AUDITING, 4740, ACCOUNT_CHANGED, NONE",
    "AUDITING, 4616, CLOCK_CHANGED, NONE",
    "AUDITING, 4719, POLICY_CHANGED, NONE",
    "EVENT_LOG, 1102, LOG_CLEARED, NONE",
    "EVENT_LOG, 104, LOG_CLEARED, NONE",
    "TRANSPORT, 1035, SMTP_AUTH_DENIED, NONE",
    "FRONT_END, 1035, SMTP_AUTH_DENIED, NONE",
    "TRANSPORT, 1708, SMTP_AUTH_GRANTED, NONE",
    "TRANSPORT, 1020, SMTP_AUTH_NOT_ALLOWED, NONE",
  })
  void means(Publisher publisher, int id, Meaning meaning, Reason reason) {
    KnownEvent known = KnownEvent.of(publisher, id);
    assertNotNull(known);
    assertEquals(meaning, known.meaning());
    assertEquals(reason, known.reason());
    assertEquals(true, KnownEvent.mayTell(id));
  }

  @ParameterizedTest
  @CsvSource({
    "SECURITY, 4625",
    "SECURITY, 538",
    "AUDITING, 529",
    "AUDITING, 4769",
    "AUDITING, 4672",
    "EVENT_LOG, 4625",
    "TRANSPORT, 4625",
    "FRONT_END, 1708"
  })
  void tellsNothing(Publisher publisher, int id) {
    assertNull(KnownEvent.of(publisher, id));
  }

  @ParameterizedTest
  @CsvSource({
    "0xC000006A, WRONG_PASSWORD",
    "3221225578, WRONG_PASSWORD",
    "0xc0000064, NO_SUCH_ACCOUNT",
    "3221225572, NO_SUCH_ACCOUNT",
    "3221226036, LOCKED",
    "-1073741718, WRONG_PASSWORD",
    "-1073741260, LOCKED",
    "0xC0000234, LOCKED",
    "0xC0000071, RIGHT_PASSWORD_REFUSED",
    "0xC0000224, RIGHT_PASSWORD_REFUSED",
    "0xC000006F, RIGHT_PASSWORD_REFUSED",
    "0xC0000070, RIGHT_PASSWORD_REFUSED",
    "0xC000015B, RIGHT_PASSWORD_REFUSED",
    "0xC000006E, RIGHT_PASSWORD_REFUSED",
    "0xC000006D, DENIED",
    "0xC000005E, BACK_END",
    "0xC0000072, ACCOUNT_DISABLED",
    "0xC0000193, ACCOUNT_DISABLED",
    "0xC0000413, OTHER"
  })
  void statusCodes(String code, Reason reason) {
    assertEquals(reason, StatusCode.ofStatus(read(code)));
  }

  @ParameterizedTest
  @CsvSource({
    "0x0, NONE",
    "0x19, NONE",
    "0x6, NO_SUCH_ACCOUNT",
    "0x18, WRONG_PASSWORD",
    "0x12, ACCOUNT_DISABLED",
    "0x17, RIGHT_PASSWORD_REFUSED",
    "0x25, BACK_END"
  })
  void kerberosCodes(String code, Reason reason) {
    assertEquals(reason, StatusCode.ofKerberos(read(code)));
  }

  @Test
  void noCode() {
    assertEquals(StatusCode.NONE, read("%%2313"));
    assertEquals(StatusCode.NONE, read(""));
    assertEquals(StatusCode.NONE, read("-"));
    assertEquals(StatusCode.NONE, read("0x123456789abcdef0123"));
  }

  private static long read(String code) {
    byte[] bytes = code.getBytes(StandardCharsets.US_ASCII);
    return StatusCode.read(bytes, 0, bytes.length);
  }
}
