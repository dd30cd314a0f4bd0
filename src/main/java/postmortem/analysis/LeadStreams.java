package postmortem.analysis;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import postmortem.event.Times;

/**
 * Which streams are counted where several logs of one server tell of the same thing.
 *
 * <p>A protocol log and a message tracking log both tell of each message. Of each server, and for
 * each day, the format that tells most of a series is the one that counts (one that shows AUTH, if
 * it tells half of the most); streams of one format (virtual servers, connectors) do not tell of
 * the same and are all counted. A stream of an unknown server stands for itself.
 */
public final class LeadStreams {

  private final int[] format; // by stream: the number of its format at its server
  private final Int2IntOpenHashMap[] lead; // by stream: day to the number of the leading format

  /** Chooses the streams of one series. */
  public LeadStreams(Context context, Rates.Series series) {
    List<StreamInfo> streams = context.streams();
    format = new int[streams.size()];
    lead = new Int2IntOpenHashMap[streams.size()];
    SortedMap<String, SortedMap<String, List<StreamInfo>>> machines = new TreeMap<>();
    for (StreamInfo s : streams) {
      machines
          .computeIfAbsent(s.machine(), k -> new TreeMap<>())
          .computeIfAbsent(s.format(), k -> new ArrayList<>())
          .add(s);
    }
    machines.values().forEach(formats -> choose(formats, context.rates(), series));
  }

  private void choose(
      SortedMap<String, List<StreamInfo>> formats, Rates rates, Rates.Series series) {
    Int2IntOpenHashMap best = new Int2IntOpenHashMap();
    Map<Integer, Long> most = new TreeMap<>();
    int number = 0;
    for (List<StreamInfo> streams : formats.values()) {
      SortedMap<Integer, Long> days = new TreeMap<>();
      for (StreamInfo s : streams) {
        format[s.id()] = number;
        lead[s.id()] = best;
        if (formats.size() > 1) {
          for (int hour : rates.hours(series, s.id())) {
            long told = rates.get(series, s.id(), hour) * (s.showsAuth() ? 2 : 1);
            days.merge(Math.floorDiv(hour, 24), told, Long::sum);
          }
        }
      }
      for (Map.Entry<Integer, Long> day : days.entrySet()) {
        if (day.getValue() > most.getOrDefault(day.getKey(), 0L)) {
          most.put(day.getKey(), day.getValue());
          best.put((int) day.getKey(), number);
        }
      }
      number++;
    }
  }

  /** Does a stream count in this hour since 1970? */
  public boolean counts(int stream, int hour) {
    return lead[stream].getOrDefault(Math.floorDiv(hour, 24), format[stream]) == format[stream];
  }

  /** Does a fact of the series count? */
  public boolean counts(Fact fact) {
    return counts(fact.stream(), Times.hour(fact.time()));
  }
}
