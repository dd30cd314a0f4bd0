package postmortem.analysis;

import java.io.IOException;
import java.util.Random;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.Times;

/** Connections that a firewall saw, and attempts whose log knows no address, in a store. */
public final class JoinFacts {

  private static final long START = 14_930 * Times.DAY;
  private static final int FIREWALL = 2;
  private static final int SECURITY = 1;
  private static final int VISITS = 20; // of each address
  private static final int ACCOUNTS = 1 << 15;

  private JoinFacts() {}

  /**
   * Connections one after the other, of many addresses; a part of them with one attempt each, at
   * the address's own account.
   */
  public static FactStore store(int connections, int attempts, Spill spill, int maxBytes)
      throws IOException {
    FactBuffer buffer = new FactBuffer(FactOrder.TIME, spill, maxBytes);
    Random random = new Random(1);
    for (int i = 0; i < connections; i++) {
      long time = START + i * (Times.SECOND + Times.SECOND / 2);
      int source = 2 + random.nextInt(connections / VISITS);
      buffer.add(fact(FactKind.CONNECTION, FIREWALL, time, source, 0, 200, i));
      if ((long) i * attempts / connections != (long) (i + 1) * attempts / connections) {
        int account = 2 + source % ACCOUNTS;
        buffer.add(fact(FactKind.LOGON, SECURITY, time + 100 * Times.MILLI, 0, account, 1, i));
      }
    }
    return new FactStore(spill, maxBytes, buffer.finish());
  }

  private static Fact fact(
      FactKind kind, int stream, long time, int source, int account, int count, int record) {
    boolean logon = kind == FactKind.LOGON;
    return new Fact(
        time,
        kind,
        source,
        account,
        0,
        0,
        0,
        0,
        0,
        count,
        0,
        logon ? Outcome.REJECTED : Outcome.ACCEPTED,
        logon ? Reason.WRONG_PASSWORD : Reason.NONE,
        Permission.UNKNOWN,
        Service.SMTP,
        stream,
        stream,
        record + 1L,
        100L * record,
        80);
  }
}
