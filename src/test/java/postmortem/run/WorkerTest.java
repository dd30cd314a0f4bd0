package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import postmortem.analysis.Accounts;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactStore;
import postmortem.analysis.MemorySpill;
import postmortem.analysis.Traffic;
import postmortem.event.Address;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Peer;
import postmortem.event.Provenance;
import postmortem.event.Service;
import postmortem.event.SessionEnd;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;

/** Workers that hand over many times, and share the work in any way, collect the same. */
class WorkerTest {

  private static final int SOURCES = 70_000; // more than a worker keeps

  private static Event session(Names names, int number) {
    Origin origin =
        new Origin(
            new Provenance(1, 0, TimePrecision.SECOND, TimeBasis.AS_LOGGED),
            (number / 3) * Times.SECOND,
            new byte[1],
            0,
            1,
            number + 1L,
            number * 40L);
    int source = names.address(Address.v4(0x0b000000 + number * 7 % SOURCES));
    Peer peer = new Peer(source, 0, 0, 0, 0, Direction.IN, Service.SMTP, 0);
    return new Event.Session(origin, peer, origin.time(), 2, 0, 0, 0, 0, false, SessionEnd.QUIT);
  }

  /** Sums by source in canonical bytes, and all facts. */
  private static Object[] collect(int workers, long seed) throws IOException {
    Collected all = new Collected(MemorySpill.INSTANCE, 1 << 20, 0);
    List<Worker> team = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      team.add(new Worker(all, MemorySpill.INSTANCE, 8, false));
    }
    Random random = new Random(seed);
    for (int i = 0; i < 3 * SOURCES; i++) {
      Worker worker = team.get(random.nextInt(workers));
      worker.accept(session(worker.names, i));
    }
    team.forEach(Worker::handOver);
    Names.Union union = Names.union(List.of(all.names));
    Traffic traffic = new Traffic();
    traffic.merge(all.traffic, union.renamings().get(0));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    traffic.write(new DataOutputStream(bytes));
    FactStore facts = new FactStore(MemorySpill.INSTANCE, 1 << 20);
    facts.add(all.facts.finish(), union.renamings().get(0), new Accounts(union.names()));
    List<String> told = new ArrayList<>();
    facts.forEach(
        EnumSet.allOf(FactKind.class),
        fact -> told.add(fact.record() + " " + union.names().address(fact.source())));
    return new Object[] {bytes.toByteArray(), told};
  }

  @Test
  void anySharingCollectsTheSame() throws IOException {
    Object[] one = collect(1, 1);
    Object[] three = collect(3, 2);
    assertArrayEquals((byte[]) one[0], (byte[]) three[0]);
    assertEquals(one[1], three[1]);
    assertEquals(3 * SOURCES, ((List<?>) one[1]).size());
  }
}
