package postmortem.analysis.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import postmortem.event.Names;
import postmortem.event.Step;

/** Any cut of a stream into pieces, met in any order by any workers, gives the same events. */
class SessionCutsTest {

  private static final String[] COMMANDS = {
    "HELO pc 250", "HELO pc 500", "TLS _ 220", "MAIL s@z.test 250", "MAIL <> 250",
        "RCPT a@x.test 250",
    "RCPT b@y.test 550", "DATA id 250", "RSET _ 250", "QUIT _", "TIMEOUT pc", "AUTH LOGIN 535",
    "OTHER_COMMAND NOOP 250"
  };
  private static final String[] ROWS = {
    "OPEN _",
    "HELO pc ?",
    "AUTH LOGIN ?",
    "AUTH_DENIED LOGIN",
    "AUTH_NAME bob",
    "AUTH_GRANTED bob",
    "MAIL s@z.test ?",
    "RCPT a@x.test ?",
    "RCPT b@y.test ?",
    "DATA _ ?",
    "REPLY ok 250",
    "REPLY ok 250",
    "REPLY ok 250",
    "REPLY no 550",
    "REPLY go 354",
    "REPLY no 535",
    "REPLY ok 235",
    "QUIT _ ?",
    "CLOSE _",
    "PROXIED_FOR 192.0.2.9 ?"
  };

  @RepeatedTest(1_000)
  void anyCutGivesTheSameEvents(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    SessionRules rules = new SessionRules(random.nextBoolean(), random.nextBoolean());
    List<Step> steps = Script.steps(lines(rules, random));
    List<String> whole = sorted(Script.fold(rules, steps));
    List<String> pieces = sorted(inPieces(rules, steps, random));
    assertEquals(
        String.join("\n", whole), String.join("\n", pieces), "seed " + info.getCurrentRepetition());
  }

  private static String[] lines(SessionRules rules, Random random) {
    String[] table = rules.sessionIds() ? ROWS : COMMANDS;
    List<String> lines = new ArrayList<>();
    long time = 0;
    int keys = 1 + random.nextInt(4);
    for (int i = 0; i < 200; i++) {
      time += random.nextInt(50) == 0 ? 600 + random.nextInt(4000) : random.nextInt(20);
      String key =
          (random.nextInt(5) == 0 && !rules.sessionIds() ? "O" : "k") + random.nextInt(keys);
      String row = table[random.nextInt(table.length)];
      if (key.startsWith("O")) {
        row = random.nextInt(4) == 0 ? "REPLY mx 220" : ROWS[random.nextInt(ROWS.length)];
      }
      lines.add(time + " " + key + " 203.0.113." + key.charAt(1) + ":25 " + row);
    }
    return lines.toArray(new String[0]);
  }

  private static List<String> inPieces(SessionRules rules, List<Step> steps, Random random) {
    List<String> events = new ArrayList<>();
    List<Edges> edges = new ArrayList<>();
    for (int from = 0; from < steps.size(); ) {
      int to = Math.min(steps.size(), from + random.nextInt(40)); // empty pieces too
      Names names = new Names();
      SessionFold fold =
          new SessionFold(rules, edges.isEmpty(), names, e -> events.add(Script.text(e, names)));
      steps.subList(from, to).forEach(fold::add);
      edges.add(fold.finish());
      from = to;
    }
    while (edges.size() > 1) {
      int i = random.nextInt(edges.size() - 1);
      Names names = new Names();
      Edges met =
          SessionFold.meet(
              edges.get(i), edges.remove(i + 1), names, e -> events.add(Script.text(e, names)));
      edges.set(i, met);
    }
    Names names = new Names();
    SessionFold.close(edges.get(0), names, e -> events.add(Script.text(e, names)));
    return events;
  }

  private static List<String> sorted(List<String> events) {
    Collections.sort(events);
    return events;
  }
}
