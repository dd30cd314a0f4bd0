package postmortem.parser.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.parser.Confidence;
import postmortem.parser.LogParser;
import postmortem.parser.Sample;
import postmortem.parser.StreamKey;

/** Which log a sample is taken for, and of which server. */
final class ProbeTest {

  private static final LogParser RECEIVE = new SmtpReceiveParser();
  private static final LogParser SEND = new SmtpSendParser();
  private static final String ROW =
      "2024-03-05T08:00:00.020Z,%s,08DC3AA000000050,1,192.0.2.10:25,198.51.100.5:1024,%s%n";
  private static final String FIELDS =
      "#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,"
          + "event,data,context%n";

  /** Samples are named; the confidences are those of the receive and of the send parser. */
  @ParameterizedTest
  @CsvSource({
    "receive-head,            x.log,                  CERTAIN,  NONE",
    "send-head,               x.log,                  NONE,     CERTAIN",
    "receive-head,            SmtpSend/SEND20240305.LOG, CERTAIN, NONE",
    "head-and-mark,           x.log,                  CERTAIN,  NONE",
    "fields-only,             RECV2024030508-1.LOG,   CERTAIN,  NONE",
    "fields-only,             a/SmtpSend/x.log,       NONE,     CERTAIN",
    "fields-only,             x.log,                  CERTAIN,  NONE",
    "our-greeting,            x.log,                  LIKELY,   NONE",
    "their-greeting,          x.log,                  NONE,     LIKELY",
    "their-greeting,          SmtpReceive/x.log,      LIKELY,   NONE",
    "our-greeting,            SEND20240305-1.LOG.gz,  NONE,     LIKELY",
    "our-greeting,            Sender.log,             LIKELY,   NONE",
    "server-connector,        x.log,                  LIKELY,   NONE",
    "bare-connector,          x.log,                  NONE,     LIKELY",
    "one-row,                 x.log,                  POSSIBLE, NONE",
    "half-bad,                x.log,                  POSSIBLE, NONE",
    "mostly-bad,              x.log,                  NONE,     NONE",
    "tracking,                x.log,                  NONE,     NONE",
    "tracking-headless,       RECV2024030508-1.LOG,   NONE,     NONE",
    "agent,                   SmtpReceive/x.log,      NONE,     NONE",
    "imap,                    x.log,                  NONE,     NONE",
    "http-proxy,              x.log,                  NONE,     NONE",
    "foreign-fields,          RECV2024030508-1.LOG,   NONE,     NONE",
    "empty,                   RECV2024030508-1.LOG,   NONE,     NONE",
  })
  void isTakenFor(String name, String path, Confidence receive, Confidence send) {
    Sample sample = sample(path, text(name));
    assertEquals(receive, RECEIVE.probe(sample), "receive");
    assertEquals(send, SEND.probe(sample), "send");
  }

  private static String text(String name) {
    String software = "#Software: Microsoft Exchange Server%n#Version: 15.0.0.0%n";
    String good = row("SRV\\Default", "<,EHLO a,");
    return switch (name) {
      case "receive-head" ->
          (software + "#Log-type: SMTP Receive Protocol Log%n" + FIELDS).formatted();
      case "send-head" -> (software + "#Log-Type: SMTP Send Protocol Log%n").formatted();
      case "head-and-mark" ->
          ("\ufeff#Log-type: SMTP Receive Protocol Log%n" + FIELDS).formatted() + good;
      case "fields-only" -> FIELDS.formatted();
      case "our-greeting" -> row("x", ">,220 mx.example.com ESMTP,") + row("x", "+,,");
      case "their-greeting" -> row("A\\x", "<,220 mx.example.com ESMTP,") + row("A\\x", "+,,");
      case "server-connector" -> row("A\\x", "+,,") + row("A\\x", "-,,Local");
      case "bare-connector" -> row("x", "+,,") + row("x", "-,,Local");
      case "one-row" -> row("A\\x", ">,535 5.7.3 Authentication unsuccessful,");
      case "half-bad" -> good.repeat(6) + "no row at all%n".formatted().repeat(5);
      case "mostly-bad" -> good.repeat(3) + "no row at all%n".formatted().repeat(5);
      case "tracking" ->
          (software + "#Log-type: Message Tracking Log%n#Fields: date-time,client-ip%n").formatted()
              + good;
      case "tracking-headless" ->
          "2024-01-25T15:16:09.843Z,192.0.2.1,a,192.0.2.2,b,08DC;2024;0,SRV\\Default,SMTP,RECEIVE,7\n"
              .repeat(4);
      case "agent" ->
          (software + "#Log-Type: Agent Log%n#Fields: Timestamp,SessionId,LocalEndpoint%n")
              .formatted();
      case "imap" ->
          ("2022-07-20T21:28:50.530Z,000000000000000E,2,192.0.2.1:143,192.0.2.2:35070,anna,168,31,"
                  + "31,authenticate,PLAIN,\"R=\"\"2 NO\"\"\",\n")
              .repeat(4);
      case "http-proxy" ->
          "2024-01-24T15:26:47.957Z,3422ea93-768f-4cd4-8b0c-578038deb0b2,15,1,2507,35,R,Mapi,host\n"
              .repeat(4);
      case "foreign-fields" -> "#Fields: date-time,sessionId,seqNumber,sIp,cIp%n".formatted();
      case "empty" -> "";
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Test
  void looksBehindAHeadThatSaysNothing() {
    ByteArrayOutputStream zeros = new ByteArrayOutputStream();
    zeros.writeBytes(new byte[Sample.LENGTH]);
    byte[] rows = row("A\\x", "+,,").repeat(200).getBytes(StandardCharsets.UTF_8);
    Sample sample = new Sample("x.log", 1 << 20, zeros.toByteArray(), rows, rows);
    assertEquals(Confidence.LIKELY, RECEIVE.probe(sample));
  }

  @Test
  void aRowThatTheSampleCutsIsNotHeldAgainstIt() {
    byte[] rows = row("A\\x", "+,,").repeat(1000).getBytes(StandardCharsets.UTF_8);
    byte[] head = Arrays.copyOf(rows, Sample.LENGTH);
    Sample sample = new Sample("x.log", rows.length, head, new byte[0], new byte[0]);
    assertEquals(Confidence.LIKELY, RECEIVE.probe(sample));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          mx1\\Default; x.log; MX1; ''
          "mx1\\a, b"; EX/TransportRoles/Logs/Hub/ProtocolLog/SmtpReceive/r.log; MX1; Hub
          bare; EX/TransportRoles/Logs/Edge/ProtocolLog/SmtpReceive/r.log; EX; Edge
          bare; x.log; ''; ''
          """)
  void theReceiveConnectorNamesTheServer(
      String connector, String path, String server, String site) {
    StreamKey key = RECEIVE.stream(sample(path, row(connector, "+,,")));
    assertEquals(new StreamKey(server, site), key);
  }

  @Test
  void aSendConnectorNamesNoServer() {
    String path = "ex02/TransportRoles/Logs/Hub/ProtocolLog/SmtpSend/SEND2024030508-1.LOG";
    StreamKey key = SEND.stream(sample(path, row("a\\b", "+,,")));
    assertEquals(new StreamKey("EX02", "Hub"), key);
  }

  private static String row(String connector, String rest) {
    return ROW.formatted(connector, rest);
  }

  private static Sample sample(String path, String text) {
    byte[] head = text.getBytes(StandardCharsets.UTF_8);
    return new Sample(path, head.length, head, new byte[0], new byte[0]);
  }
}
