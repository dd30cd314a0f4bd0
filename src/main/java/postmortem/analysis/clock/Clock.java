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

  /** All clocks, in the order of machines. */
  static List<Clock> of(List<StreamInfo> streams, Set<Integer> local) {
    Map<String, List<StreamInfo>> byName = new TreeMap<>();
    for (StreamInfo stream : streams) {
      String name = stream.machine() + (local.contains(stream.id()) ? "\n" : "");
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(stream);
    }
    List<Clock> clocks = new ArrayList<>();
    byName.forEach(
        (name, own) ->
            clocks.add(new Clock(clocks.size(), own.get(0).machine(), name.endsWith("\n"), own)));
    return clocks;
  }

  /** The name in reports. */
  String name() {
    StreamInfo first = streams.get(0);
    String whose = first.server().isEmpty() ? first.format() : first.server();
    return local ? "the local time in the " + first.format() + " of " + whose : whose;
  }
}
