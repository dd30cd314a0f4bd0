package postmortem.analysis.auth;

import java.io.IOException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import postmortem.analysis.DetectorBenchmark;
import postmortem.analysis.Telling;

/** Each detector of this question over a week of its own. */
public class AuthBenchmark extends DetectorBenchmark {

  @Param({"background", "guessing", "stale-credential", "suspected"})
  public String detector = "guessing";

  /** Tells and reads the week. */
  @Setup(Level.Trial)
  public void setUp() throws IOException {
    prepare(detector, week());
  }

  private Telling week() {
    Server server = new Server(1).weather();
    boolean blind = detector.equals("suspected");
    if (blind) {
      server.log.stream("iis-smtp", "MAIL02", false);
    }
    for (int i = 0; i < 100_000; i++) {
      long time = Server.at(2) + Server.minutes(i * 0.02 + server.uniform(0, 0.02));
      String source = "88.1.2." + (1 + server.random.nextInt(4));
      if (blind) {
        server.log.emptySession(time, source, "user");
      } else {
        server.fails(time, source, "administrator");
      }
    }
    if (!blind) {
      server.botnet(4, 30, 20_000, 5, "info");
    }
    return server.log;
  }
}
