package postmortem.analysis.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What steps become. */
class SessionFoldTest {

  private static final SessionRules IIS = new SessionRules(false, false);
  private static final SessionRules EXCHANGE = new SessionRules(true, true);

  private static void check(SessionRules rules, List<String> expected, String... lines) {
    assertEquals(
        String.join("\n", expected), String.join("\n", Script.fold(rules, Script.steps(lines))));
  }

  @Test
  void oneMessageInRowsThatCarryTheirReplies() {
    check(
        IIS,
        List.of(
            "2 203.0.113.9 recipient a@x.test 250 NONE",
            "2 203.0.113.9 recipient b@x.test 550 NONE",
            "3 203.0.113.9 recipient c@y.test 250 NONE",
            "1 203.0.113.9 message from=s@z.test account=null accepted=2 refused=1 domain=x.test*1 other=y.test id=id@z UNKNOWN ACCEPTED",
            "0 203.0.113.9 session helo=mx commands=7 attempts=0 messages=1 rcpts=2 delivered=1 QUIT end=5"),
        "0 a 203.0.113.9 HELO mx 250",
        "1 a 203.0.113.9 MAIL s@z.test 250",
        "2 a 203.0.113.9 RCPT a@x.test 250",
        "2 a 203.0.113.9 RCPT b@x.test 550",
        "3 a 203.0.113.9 RCPT c@y.test 250",
        "4 a 203.0.113.9 DATA id@z 250",
        "5 a 203.0.113.9 QUIT _");
  }

  @Test
  void repliesInRowsOfTheirOwnAnswerPipelinedCommandsInOrder() {
    check(
        EXCHANGE,
        List.of(
            "3 198.51.100.7 recipient a@x.test 250 NONE null-sender",
            "3 198.51.100.7 recipient b@x.test 550 UNKNOWN_RECIPIENT null-sender",
            "2 198.51.100.7 message from= account=null accepted=1 refused=1 domain=x.test*1 other=null id=m@x ANONYMOUS ACCEPTED",
            "0 198.51.100.7 session helo=mx commands=6 attempts=0 messages=1 rcpts=1 delivered=1 QUIT end=8"),
        "0 a 198.51.100.7:4000 OPEN _",
        "0 a 198.51.100.7:4000 REPLY ready 220",
        "1 a 198.51.100.7:4000 HELO mx ?",
        "1 a 198.51.100.7:4000 REPLY hello 250",
        "2 a 198.51.100.7:4000 MAIL <> ?",
        "3 a 198.51.100.7:4000 RCPT a@x.test ?",
        "3 a 198.51.100.7:4000 RCPT b@x.test ?",
        "4 a 198.51.100.7:4000 REPLY ok 250",
        "4 a 198.51.100.7:4000 REPLY ok 250",
        "5 a 198.51.100.7:4000 REPLY 5.1.1 550",
        "6 a 198.51.100.7:4000 DATA _ ?",
        "6 a 198.51.100.7:4000 REPLY go 354",
        "7 a 198.51.100.7:4000 REPLY <m@x> 250",
        "8 a 198.51.100.7:4000 QUIT _ ?",
        "8 a 198.51.100.7:4000 REPLY bye 221",
        "8 a 198.51.100.7:4000 CLOSE _");
  }

  @Test
  void anAttemptOfFiveRowsIsOneAndSeveralFitInASession() {
    check(
        EXCHANGE,
        List.of(
            "1 203.0.113.9 attempt LOGIN D\\bob REJECTED DENIED records=4",
            "8 203.0.113.9 attempt LOGIN null REJECTED MECHANISM_NOT_OFFERED records=2",
            "9 203.0.113.9 attempt NTLM D\\bob ACCEPTED NONE records=3",
            "10 203.0.113.9 message from=s@z.test account=D\\bob accepted=0 refused=0 domain=null*0 other=null id=null ACCOUNT ABORTED",
            "0 203.0.113.9 session helo=pc commands=5 attempts=3 messages=1 rcpts=0 delivered=0 DROPPED end=12"),
        "0 a 203.0.113.9:4000 OPEN _",
        "0 a 203.0.113.9:4000 HELO pc ?",
        "0 a 203.0.113.9:4000 REPLY hello 250",
        "1 a 203.0.113.9:4000 AUTH login ?",
        "1 a 203.0.113.9:4000 REPLY _ 334",
        "2 a 203.0.113.9:4000 AUTH_DENIED LOGIN",
        "2 a 203.0.113.9:4000 AUTH_NAME D\\bob",
        "7 a 203.0.113.9:4000 REPLY no 535",
        "8 a 203.0.113.9:4000 AUTH LOGIN ?",
        "8 a 203.0.113.9:4000 REPLY no 504",
        "9 a 203.0.113.9:4000 AUTH NTLM ?",
        "9 a 203.0.113.9:4000 AUTH_GRANTED D\\bob",
        "9 a 203.0.113.9:4000 REPLY ok 235",
        "10 a 203.0.113.9:4000 MAIL s@z.test ?",
        "10 a 203.0.113.9:4000 REPLY ok 250",
        "12 a 203.0.113.9:4000 CLOSE _");
  }

  @Test
  void aDenialWithoutReplyIsADenialAndAnAttemptWithoutEitherIsAborted() {
    check(
        EXCHANGE,
        List.of(
            "1 203.0.113.9 attempt LOGIN null REJECTED DENIED records=2",
            "0 203.0.113.9 session helo=null commands=1 attempts=1 messages=0 rcpts=0 delivered=0 DROPPED end=3",
            "5 203.0.113.8 attempt LOGIN null ABORTED NONE records=1",
            "5 203.0.113.8 session helo=null commands=1 attempts=1 messages=0 rcpts=0 delivered=0 DROPPED end=6"),
        "0 a 203.0.113.9:1 OPEN _",
        "1 a 203.0.113.9:1 AUTH LOGIN ?",
        "2 a 203.0.113.9:1 AUTH_DENIED LOGIN",
        "3 a 203.0.113.9:1 CLOSE _",
        "5 b 203.0.113.8:1 OPEN _",
        "5 b 203.0.113.8:1 AUTH LOGIN ?",
        "6 b 203.0.113.8:1 CLOSE _");
  }

  @Test
  void anIdentityHandedOverIsNoAttempt() {
    check(
        EXCHANGE,
        List.of(
            "3 192.0.2.77 message from=s@z.test account=D\\bob accepted=0 refused=0 domain=null*0 other=null id=null ACCOUNT ABORTED",
            "0 192.0.2.77 session helo=fe commands=3 attempts=0 messages=1 rcpts=0 delivered=0 DROPPED end=4"),
        "0 a 10.1.0.10:1 OPEN _",
        "0 a 10.1.0.10:1 HELO fe ?",
        "0 a 10.1.0.10:1 REPLY ok 250",
        "1 a 10.1.0.10:1 PROXIED_FOR 192.0.2.77 ?",
        "1 a 10.1.0.10:1 AUTH_GRANTED D\\bob",
        "1 a 10.1.0.10:1 REPLY ok 250",
        "3 a 10.1.0.10:1 MAIL s@z.test ?",
        "3 a 10.1.0.10:1 REPLY ok 250",
        "4 a 10.1.0.10:1 CLOSE _");
  }

  @Test
  void outgoingDeliveriesHangOnTheReplyToTheData() {
    check(
        IIS,
        List.of(
            "4 192.0.2.30 delivery from=u@own.test to=b@x.test 554 REJECTED REPUTATION list=zen.list.test end=4",
            "3 192.0.2.30 delivery from=u@own.test to=a@x.test 250 ACCEPTED NONE list=null end=6",
            "2 192.0.2.30 message from=u@own.test account=null accepted=1 refused=1 domain=x.test*1 other=null id=m@x UNKNOWN ACCEPTED",
            "0 192.0.2.30 session helo=own commands=6 attempts=0 messages=1 rcpts=1 delivered=1 QUIT end=7"),
        "0 OUT 192.0.2.30 REPLY mx 220",
        "1 OUT 192.0.2.30 HELO own ?",
        "1 OUT 192.0.2.30 REPLY hi 250",
        "2 OUT 192.0.2.30 MAIL u@own.test ?",
        "2 OUT 192.0.2.30 REPLY ok 250",
        "3 OUT 192.0.2.30 RCPT a@x.test ?",
        "3 OUT 192.0.2.30 REPLY ok 250",
        "4 OUT 192.0.2.30 RCPT b@x.test ?",
        "4 OUT 192.0.2.30 REPLY 5.7.1+blocked+using+zen.list.test. 554",
        "5 OUT 192.0.2.30 DATA _ ?",
        "5 OUT 192.0.2.30 REPLY go 354",
        "6 OUT 192.0.2.30 REPLY queued+<m@x> 250",
        "7 OUT 192.0.2.30 QUIT _",
        "7 OUT 192.0.2.30 REPLY bye 221");
  }

  @Test
  void whereKeysAreReusedASecondHelloBeginsASecondSession() {
    check(
        IIS,
        List.of(
            "0 203.0.113.9 session helo=pc commands=1 attempts=0 messages=0 rcpts=0 delivered=0 NOT_SEEN end=0",
            "30 203.0.113.9 session helo=pc commands=2 attempts=0 messages=0 rcpts=0 delivered=0 QUIT end=31"),
        "0 a 203.0.113.9 HELO pc 250",
        "30 a 203.0.113.9 HELO pc 250",
        "31 a 203.0.113.9 QUIT _");
  }

  @Test
  void aHelloAfterARefusedOneOrAfterTlsIsTheSameSession() {
    check(
        IIS,
        List.of(
            "0 203.0.113.9 session helo=pc commands=5 attempts=0 messages=0 rcpts=0 delivered=0 tls QUIT end=4"),
        "0 a 203.0.113.9 HELO pc 500",
        "1 a 203.0.113.9 HELO pc 250",
        "2 a 203.0.113.9 TLS _ 220",
        "3 a 203.0.113.9 HELO pc 250",
        "4 a 203.0.113.9 QUIT _");
  }

  @Test
  void aLongSilenceEndsASessionAndALateTimeoutBelongsToNone() {
    check(
        IIS,
        List.of(
            "0 203.0.113.9 session helo=pc commands=1 attempts=0 messages=0 rcpts=0 delivered=0 TIMEOUT end=602",
            "5000 203.0.113.9 session helo=pc commands=1 attempts=0 messages=0 rcpts=0 delivered=0 NOT_SEEN end=5000"),
        "0 a 203.0.113.9 HELO pc 250",
        "602 a 203.0.113.9 TIMEOUT pc",
        "5000 a 203.0.113.9 HELO pc 250",
        "9000 a 203.0.113.9 TIMEOUT pc");
  }
}
