package postmortem.parser.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;
import postmortem.parser.SampleCase;
import postmortem.testing.Corpus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Real logs are read without loss, and other logs of Exchange are left to others. */
final class CorpusTest {

  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, 1 << 20);
  private static final LogParser RECEIVE = new SmtpReceiveParser();
  private static final LogParser SEND = new SmtpSendParser();

  @TempDir Path folder;

  @Test
  void successOnAFrontEnd() throws IOException {
    Path log = Corpus.require("mta").resolve("ipban/exchange_smtp_auth_successful.log");
    Reading reading = read(RECEIVE, log, Confidence.CERTAIN);
    assertEquals(0, reading.count(Fate.REJECTED));
    assertEquals(5, reading.count(Fate.IGNORED));
    assertEquals(22, reading.count(Fate.PART));
    String text = reading.toString();
    assertTrue(text.contains("IN AUTH status=pending"), text);
    assertTrue(text.contains("IN AUTH_GRANTED"), text);
    assertTrue(text.contains("text=\"Remote(ConnectionReset)\""), text);
    assertEquals(
        text,
        Reading.pieces(RECEIVE, "x.log", Files.readAllBytes(log), SETTINGS, java.util.List.of())
            .toString());
  }

  @Test
  void aSingleRow() throws IOException {
    Path log = Corpus.require("mta").resolve("crowdsec/exchange-smtp-logs.log");
    Reading reading = read(RECEIVE, log, Confidence.POSSIBLE);
    assertEquals(1, reading.count(Fate.PART));
    assertTrue(reading.toString().contains("REPLY status=535"), reading.toString());
  }

  @ParameterizedTest
  @CsvSource({"SmtpRecive,receive,4", "SmtpSend,send,3"})
  void rowsThatWereShippedAsJson(String source, String kind, int rows) throws IOException {
    Path json = Corpus.require("exchange").resolve("elastic-test-smtp.json");
    StringBuilder text = new StringBuilder();
    for (JsonNode event : new ObjectMapper().readTree(json.toFile()).get("events")) {
      if (event.get("log").get("file").get("path").asString().equals(source)) {
        text.append(event.get("message").asString()).append("\r\n");
      }
    }
    Path log = folder.resolve("headless.log");
    Files.writeString(log, text, StandardCharsets.UTF_8);
    LogParser parser = kind.equals("send") ? SEND : RECEIVE;
    Reading reading = read(parser, log, Confidence.LIKELY);
    assertEquals(rows, reading.count(Fate.PART), reading.toString());
    assertEquals(rows, reading.records());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exchange/elastic-test-messagetracking.log",
        "exchange/elastic-test-httpproxy.log",
        "mta/crowdsec/exchange-imap-bf.log",
        "mta/crowdsec/exchange-imap-logs.log",
        "mta/crowdsec/exchange-pop-logs.log",
        "iis/smtp-w3c-exchange2000-iis5.log",
        "isa/isa2004-ISALOG_FWS.w3c",
        "firewall/windows_firewall.log"
      })
  void otherLogsAreLeftAlone(String path) throws IOException {
    int slash = path.indexOf('/');
    Path log = Corpus.require(path.substring(0, slash)).resolve(path.substring(slash + 1));
    byte[] bytes = Files.readAllBytes(log);
    assertEquals(Confidence.NONE, RECEIVE.probe(SampleCase.sample("x.log", bytes)));
    assertEquals(Confidence.NONE, SEND.probe(SampleCase.sample("x.log", bytes)));
  }

  private static Reading read(LogParser parser, Path log, Confidence expected) throws IOException {
    byte[] bytes = Files.readAllBytes(log);
    assertEquals(expected, parser.probe(SampleCase.sample("x.log", bytes)));
    LogParser other = parser == SEND ? RECEIVE : SEND;
    assertEquals(Confidence.NONE, other.probe(SampleCase.sample("x.log", bytes)));
    return Reading.whole(parser, "x.log", bytes, SETTINGS);
  }
}
