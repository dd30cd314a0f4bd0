package postmortem.analysis.ndr;

import java.io.IOException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import postmortem.analysis.DetectorBenchmark;
import postmortem.analysis.Telling;

/** Each detector of this question over a week of its own. */
public class NdrBenchmark extends DetectorBenchmark {

  @Param({"failure-reports", "partner-outage", "reputation"})
  public String detector = "failure-reports";

  /** Tells and reads the week. */
  @Setup(Level.Trial)
  public void setUp() throws IOException {
    prepare(detector, week());
  }

  private static Telling week() {
    Post post = new Post(1, 7).weather(7);
    post.outage(0.5, 3, 200);
    post.spam(2.1, 3, 60_000, "a@forged.example", 35);
    post.listed(2.2, 2, 5_000, "bl.one.example", 40);
    post.joeJob(4.2, 10, 60_000);
    post.reflects(5.3, 10, 60_000);
    return post.log;
  }
}
