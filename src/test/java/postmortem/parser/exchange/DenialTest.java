package postmortem.parser.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.event.Reason;

final class DenialTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Inbound AUTH LOGIN failed because of LogonDenied          | DENIED
          Inbound AUTH NTLM failed because of logondenied           | DENIED
          Inbound authentication failed because of UnknownCredentials | DENIED
          Inbound Negotiate failed because of InvalidToken          | OTHER
          Inbound AUTH LOGIN failed because of IllegalMessage       | OTHER
          Inbound AUTH GSSAPI failed because of ContextExpired      | OTHER
          Inbound AUTH GSSAPI failed because of NoAuthenticatingAuthority | BACK_END
          Inbound AUTH GSSAPI failed because of TimeSkew            | BACK_END
          Inbound AUTH NTLM failed because of UnsupportedPreauth    | MECHANISM_NOT_OFFERED
          Inbound AUTH LOGIN failed because of PasswordExpired      | RIGHT_PASSWORD_REFUSED
          Inbound AUTH LOGIN failed because of PasswordMustChange   | RIGHT_PASSWORD_REFUSED
          Inbound AUTH LOGIN failed because of AccountRestriction   | RIGHT_PASSWORD_REFUSED
          Inbound AUTH LOGIN failed because of AccountLockedOut     | LOCKED
          Inbound ExchangeAuth negotiation failed because connection is not TLS | OTHER
          Inbound authentication failed because the client A\\b doesn't have submit permission. | RIGHT_PASSWORD_REFUSED
          Inbound authentication failed as we reject well-known account authentication for a | RIGHT_PASSWORD_REFUSED
          Inbound authentication succeeded, but a@example.com has ProhibitSendQuota of zero. | RIGHT_PASSWORD_REFUSED
          Unable to initialize inbound AUTH LOGIN because of InternalError | BACK_END
          Failed to initialize inbound Negotiate because of PackageNotFound | MECHANISM_NOT_OFFERED
          Custom (generally LiveID) Authentication failed with reason: InvalidCreds, Details: TimedOut | DENIED
          Outbound Authentication failed with LogonDenied           | DENIED
          Rejecting authentication and disconnecting as frontend transport service is Inactive. | BACK_END
          Inbound LogonDenied                                       | NONE
          Setting up client proxy session failed with error: LogonDenied | NONE
          Set Session Permissions                                   | NONE
          receiving message                                         | NONE
          ''                                                        | NONE
          """)
  void saysWhy(String note, Reason reason) {
    byte[] b = note.getBytes(StandardCharsets.UTF_8);
    assertEquals(reason, Denial.reason(b, 0, b.length));
  }
}
