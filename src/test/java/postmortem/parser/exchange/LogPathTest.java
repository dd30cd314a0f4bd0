package postmortem.parser.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogPathTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EX01/TransportRoles/Logs/FrontEnd/ProtocolLog/SmtpReceive/RECV2023011116-1.LOG | RECEIVE | EX01 | FrontEnd
          EX01/TransportRoles/Logs/Hub/ProtocolLog/SmtpSend/SEND2023011116-1.LOG | SEND | EX01 | Hub
          EX01/TransportRoles/Logs/ProtocolLog/SmtpReceive/RECV20091117-1.LOG.gz | RECEIVE | EX01 | ''
          ex01/TransportRoles/Logs/Mailbox/ProtocolLog/SmtpReceive/Delivery/RECV2023.LOG | RECEIVE | EX01 | Mailbox Delivery
          ex01/TransportRoles/Logs/Mailbox/ProtocolLog/SmtpSend/Submission/SEND2023.LOG | SEND | EX01 | Mailbox Submission
          EX01/c$/Program Files/Microsoft/Exchange Server/V15/TransportRoles/Logs/Edge/x.log | UNSAID | EX01 | Edge
          case/ex01.example.com.tar.gz!TransportRoles/Logs/Hub/ProtocolLog/SmtpSend/x.log | SEND | EX01.EXAMPLE.COM | Hub
          a\\EX02.zip!ProtocolLog\\SmtpSend\\x.log | SEND | EX02 | ''
          SmtpReceive/RECV2023.LOG | RECEIVE | '' | ''
          logs/SmtpSend/x.log | SEND | '' | ''
          EX03/recv2023011116-1.log | RECEIVE | '' | ''
          SEND20230111.LOG | SEND | '' | ''
          Sender.log | UNSAID | '' | ''
          RECV | UNSAID | '' | ''
          '' | UNSAID | '' | ''
          """)
  void says(String path, LogKind kind, String server, String role) {
    LogPath said = new LogPath(path);
    assertEquals(kind, said.kind());
    assertEquals(server, said.server());
    assertEquals(role, said.role());
  }
}
