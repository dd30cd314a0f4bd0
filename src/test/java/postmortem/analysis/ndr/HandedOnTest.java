package postmortem.analysis.ndr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Context;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Network;
import postmortem.analysis.Rates;
import postmortem.analysis.Telling;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Times;

/** A gateway passes on to the mailbox server what comes in; nothing of it counts twice. */
class HandedOnTest {

  private static final String GATEWAY = "10.1.1.5";
  private static final String MAILBOXES = "10.1.1.11";

  /** One report; who has logs, where the report goes, and what is counted. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // name, gateway got it, it sent one on to, for, minutes later, mailboxes got one from,
    // received, made
    "passed on, true, 10.1.1.11, example.org, 0, 10.1.1.5, 1, 0",
    "passed on from a queue, true, 10.1.1.11, example.org, 180, 10.1.1.5, 1, 0",
    "mailboxes at a public address, true, 70.9.9.9, example.org, 0, -, 1, 0",
    "no logs of the mailbox server, true, 10.1.1.11, example.org, 0, -, 1, 0",
    "no logs of the gateway, false, -, -, 0, 10.1.1.5, 1, 0",
    "made here for a user, false, 10.1.1.11, example.org, 0, 10.1.1.5, 0, 1",
    "made here for a stranger, true, 70.9.9.9, else.example, 0, -, 1, 1",
    "passed on and another from outside, true, 10.1.1.11, example.org, 0, 70.1.1.1, 2, 0",
  })
  void countsAReportOnce(
      String name,
      boolean comesIn,
      String to,
      String domain,
      int later,
      String from,
      int received,
      int made) {
    Post post = new Post(1, 2);
    long noon = Post.at(1.5);
    post.log.stream("iis-smtp-w3c", "GATE01", false);
    if (comesIn) {
      post.report(noon, "70.2.2.2", Post.OURS, true);
    }
    if (!to.equals("-")) {
      long then = noon + later * Times.MINUTE;
      post.delivery(then, to, "", domain, Outcome.ACCEPTED, Reason.NONE, null);
    }
    if (!from.equals("-")) {
      post.log.stream("exchange-smtp-receive", "EX01", true);
      post.report(noon + later * Times.MINUTE + Times.SECOND, from, Post.OURS, true);
    }

    Context context = post.log.read(Telling.Split.PLAIN).context();

    assertEquals(received, sum(context, Rates.Series.NULL_SENDER_IN), "received");
    assertEquals(made, sum(context, Rates.Series.DSN_SENT), "made here");
  }

  private static long sum(Context context, Rates.Series series) {
    return context.streams().stream()
        .flatMapToLong(
            s ->
                Arrays.stream(context.rates().hours(series, s.id()))
                    .mapToLong(hour -> context.rates().get(series, s.id(), hour)))
        .sum();
  }

  @Test
  void aNetworkOfOursIsInside() {
    Post post = new Post(1, 2);
    post.log.settings(
        new DetectorSettings(
            Map.of(),
            new TreeSet<>(List.of(Post.OURS)),
            List.of(Network.parse("70.9.9.0/24")),
            Long.MIN_VALUE,
            Long.MAX_VALUE));
    post.log.stream("iis-smtp-w3c", "GATE01", false);
    post.report(Post.at(1), "70.2.2.2", Post.OURS, true);
    post.delivery(Post.at(1), "70.9.9.11", "", Post.OURS, Outcome.ACCEPTED, Reason.NONE, null);
    post.log.stream("exchange-smtp-receive", "EX01", true);
    post.report(Post.at(1), "70.9.9.5", Post.OURS, true);

    Context context = post.log.read(Telling.Split.PLAIN).context();

    assertEquals(1, sum(context, Rates.Series.NULL_SENDER_IN));
    assertEquals(0, sum(context, Rates.Series.DSN_SENT));
  }

  /** Spam of two hours, of which others' queues report for three more, half through the gateway. */
  @Test
  void aSpikeBehindAGatewayEndsWithTheReportsAndCountsThemOnce() {
    Post post = new Post(3, 7).weather(7);
    post.spam(3.1, 2, 900, "user@" + Post.OURS, 35);
    int late = 300;
    post.log.stream("iis-smtp-w3c", "GATE01", false);
    for (int i = 0; i < late; i++) {
      post.report(lateTime(i, late), "70.2." + i % 99 + ".9", Post.OURS, true);
      post.delivery(
          lateTime(i, late), MAILBOXES, "", Post.OURS, Outcome.ACCEPTED, Reason.NONE, null);
    }
    post.log.stream("exchange-smtp-receive", "EX01", true);
    for (int i = 0; i < late; i++) {
      post.report(lateTime(i, late) + Times.SECOND, GATEWAY, Post.OURS, true);
    }

    List<Finding> found = post.log.findings(new FailureReportDetector());

    assertEquals(List.of(FindingType.NDR_SPIKE), found.stream().map(Finding::type).toList());
    Finding f = found.get(0);
    assertEquals(0L, f.metrics().get("dsnSent"));
    double reports = 900 * 0.35 + late;
    assertEquals(1, (long) f.metrics().get("nullSenderReceived") / reports, 0.15);
    assertEquals(5, (double) (f.end() - f.start()) / Times.HOUR, 0.5);
  }

  private static long lateTime(int i, int all) {
    return Post.at(3.1) + (long) (5 * Times.HOUR * ((double) i / all));
  }
}
