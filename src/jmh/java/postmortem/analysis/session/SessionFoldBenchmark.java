package postmortem.analysis.session;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import postmortem.event.EventKind;
import postmortem.event.Names;
import postmortem.event.Step;

/**
 * How long it takes to fold steps into events: failed AUTH attempts and mail, of many sessions that
 * are open at once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SessionFoldBenchmark {

  static final int TOGETHER = 40; // sessions that are open at once

  private static final String[] ATTEMPT = {
    "OPEN _",
    "HELO pc ?",
    "REPLY hello 250",
    "AUTH LOGIN ?",
    "REPLY _ 334",
    "AUTH_DENIED LOGIN",
    "AUTH_NAME info",
    "REPLY no 535",
    "CLOSE _",
  };

  private static final String[] MAIL = {
    "OPEN _",
    "HELO mx ?",
    "REPLY hello 250",
    "MAIL news@z.test ?",
    "RCPT anna@x.test ?",
    "RCPT nobody@x.test ?",
    "DATA _ ?",
    "REPLY ok 250",
    "REPLY ok 250",
    "REPLY 5.1.1 550",
    "REPLY go 354",
    "REPLY <m@z> 250",
    "QUIT _ ?",
    "REPLY bye 221",
    "CLOSE _",
  };

  private static final String[] COMMANDS = {
    "HELO mx 250",
    "MAIL news@z.test 250",
    "RCPT anna@x.test 250",
    "RCPT nobody@x.test 550",
    "DATA m@z 250",
    "QUIT _",
  };

  @Param({"true", "false"})
  public boolean sessionIds = true;

  private List<Step> steps = List.of();

  @Setup
  public void write() {
    steps = steps(sessionIds, 250);
  }

  /**
   * Steps of so many times {@link #TOGETHER} sessions: by turns an attempt and mail where the log
   * gives ids, mail alone where it gives none.
   */
  static List<Step> steps(boolean sessionIds, int groups) {
    List<String> lines = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      for (int row = 0; row < MAIL.length; row++) {
        for (int i = 0; i < TOGETHER; i++) {
          String[] rows = !sessionIds ? COMMANDS : i % 2 == 0 ? ATTEMPT : MAIL;
          if (row < rows.length) {
            int second = group * 60 + row;
            int session = 1_000_000 + group * TOGETHER + i; // numbers of one length hash apart
            lines.add("%d k%d 203.0.113.%d:25 %s".formatted(second, session, i, rows[row]));
          }
        }
      }
    }
    return Script.steps(lines.toArray(new String[0]));
  }

  /** Folds all steps, and counts the events. */
  @Benchmark
  public Map<EventKind, Integer> fold() {
    return fold(sessionIds, steps);
  }

  static Map<EventKind, Integer> fold(boolean sessionIds, List<Step> steps) {
    Map<EventKind, Integer> counts = new EnumMap<>(EventKind.class);
    Names names = new Names();
    SessionFold fold =
        new SessionFold(
            new SessionRules(sessionIds, sessionIds),
            true,
            names,
            e -> counts.merge(e.kind(), 1, Integer::sum));
    steps.forEach(fold::add);
    SessionFold.close(fold.finish(), names, e -> counts.merge(e.kind(), 1, Integer::sum));
    return counts;
  }
}
