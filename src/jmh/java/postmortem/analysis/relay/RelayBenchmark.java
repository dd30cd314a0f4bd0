package postmortem.analysis.relay;

import java.io.IOException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import postmortem.analysis.DetectorBenchmark;
import postmortem.analysis.Telling;

/** Each detector of this question over a week of its own. */
public class RelayBenchmark extends DetectorBenchmark {

  @Param({"account-spam", "harvest", "inside-host", "relay"})
  public String detector = "relay";

  /** Tells and reads the week. */
  @Setup(Level.Trial)
  public void setUp() throws IOException {
    prepare(detector, week());
  }

  private static Telling week() {
    Senders senders = new Senders(1).weather(60_000);
    senders.probes(1.1, 2_000);
    senders.stolen(2.1, 20_000);
    senders.infected(3.1, 20_000);
    senders.open(4.1, 20_000);
    senders.harvests(5.1, 20_000);
    return senders.log;
  }
}
