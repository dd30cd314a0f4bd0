package postmortem.analysis.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import postmortem.analysis.StreamInfo;

/**
 * A clock of the evidence: that of a machine, or that of a machine's files whose zone nobody told.
 *
 * @param id its number
 * @param machine whose it is
 * @param local are its times in a zone that nobody told?
 * @param streams that go by it
 */
record Clock(int id, String machine, boolean local, List<StreamInfo> streams) {

  /** All clocks, in the order of machines; of each first the one whose zone is known. */
  static List<Clock> of(List<StreamInfo> streams, Set<Integer> local) {
    Map<String, List<StreamInfo>> byMachine = new TreeMap<>();
    streams.forEach(
        s -> byMachine.computeIfAbsent(s.machine(), machine -> new ArrayList<>()).add(s));
    List<Clock> clocks = new ArrayList<>();
    byMachine.forEach(
        (machine, own) -> {
          for (boolean isLocal : new boolean[] {false, true}) {
            List<StreamInfo> of =
                own.stream().filter(s -> local.contains(s.id()) == isLocal).toList();
            if (!of.isEmpty()) {
              clocks.add(new Clock(clocks.size(), machine, isLocal, of));
            }
          }
        });
    return clocks;
  }

  /** The name in reports. */
  String name() {
    StreamInfo first = streams.get(0);
    String whose = first.server().isEmpty() ? first.format() : first.server();
    return local ? "the local time in the " + first.format() + " of " + whose : whose;
  }
}
