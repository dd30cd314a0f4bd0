package postmortem.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Rates;
import postmortem.analysis.StreamInfo;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Times;

/**
 * Counts by minute inside incidents: of the worst twenty, the first three days of each. Incidents
 * that overlap share their minutes.
 */
final class MinuteSeries {

  private static final int INCIDENTS = 20;
  private static final long LONGEST = 3 * Times.DAY;
  private static final long AROUND = 10 * Times.MINUTE;

  private final Context context;
  private final List<Window> windows;
  private int at;

  private record Key(String name, String server) implements Comparable<Key> {
    @Override
    public int compareTo(Key o) {
      int c = name.compareTo(o.name);
      return c != 0 ? c : server.compareTo(o.server);
    }
  }

  private record Window(int first, int last, TreeMap<Key, long[]> counts) {
    void add(Rates.Series series, String server, int minute, long by) {
      counts
              .computeIfAbsent(new Key(series.id(), server), k -> new long[last - first + 1])[
              minute - first] +=
          by;
    }
  }

  /**
   * @param scenes the worst first
   */
  MinuteSeries(List<Scene> scenes, Context context) {
    this.context = context;
    TreeMap<Integer, Integer> spans = new TreeMap<>();
    for (Scene scene : scenes.subList(0, Math.min(INCIDENTS, scenes.size()))) {
      long end = Math.min(scene.end(), scene.start() + LONGEST) + AROUND;
      spans.merge(minute(scene.start() - AROUND), minute(end), Math::max);
    }
    List<int[]> merged = new ArrayList<>();
    spans.forEach(
        (first, last) -> {
          int[] before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
          if (before != null && first <= before[1] + 1) {
            before[1] = Math.max(before[1], last);
          } else {
            merged.add(new int[] {first, last});
          }
        });
    this.windows = merged.stream().map(m -> new Window(m[0], m[1], new TreeMap<>())).toList();
  }

  private static int minute(long time) {
    return (int) Math.floorDiv(time, Times.MINUTE);
  }

  /** Facts come in order of time. */
  void next(Fact fact) {
    int minute = minute(fact.time());
    while (at < windows.size() && windows.get(at).last < minute) {
      at++;
    }
    if (at == windows.size() || windows.get(at).first > minute) {
      return;
    }
    Window window = windows.get(at);
    if (context.handedOn().is(fact, context)) {
      return;
    }
    String server = context.stream(fact).server();
    switch (fact.kind()) {
      case ATTEMPT -> {
        if (fact.outcome() == Outcome.ACCEPTED) {
          window.add(Rates.Series.AUTH_ACCEPTED, server, minute, fact.count());
        } else if (fact.outcome() == Outcome.REJECTED) {
          window.add(Rates.Series.AUTH_REJECTED, server, minute, fact.count());
        }
      }
      case EMPTY_SESSION -> window.add(Rates.Series.EMPTY_SESSIONS, server, minute, 1);
      case MESSAGE -> {
        window.add(Rates.Series.MESSAGES_IN, server, minute, 1);
        window.add(Rates.Series.RECIPIENTS_IN, server, minute, fact.count());
      }
      case REFUSED_RECIPIENT -> window.add(Rates.Series.RECIPIENTS_REFUSED, server, minute, 1);
      case NULL_SENDER -> window.add(Rates.Series.NULL_SENDER_IN, server, minute, 1);
      case DSN_SENT -> window.add(Rates.Series.DSN_SENT, server, minute, 1);
      case REMOTE_REFUSAL -> refusal(fact, window, server, minute);
      case LOGON, VALIDATION, ACCOUNT_CHANGE, AUDIT, CONNECTION, SESSION, ALERT, NUMBERED -> {
        // no series of their own
      }
    }
  }

  private static void refusal(Fact fact, Window window, String server, int minute) {
    if (fact.outcome() == Outcome.REJECTED) {
      window.add(Rates.Series.REMOTE_REFUSALS, server, minute, 1);
    }
    if (fact.reason() == Reason.REPUTATION) {
      window.add(Rates.Series.REPUTATION_REFUSALS, server, minute, 1);
    }
  }

  /**
   * The series that hold anything, in order of time, name and server. Without threshold: none is of
   * a minute.
   */
  List<CaseReport.Series> series() {
    List<CaseReport.Series> out = new ArrayList<>();
    Map<String, List<StreamInfo>> servers =
        context.streams().stream().collect(Collectors.groupingBy(StreamInfo::server));
    for (Window window : windows) {
      window.counts.forEach(
          (key, counts) -> {
            List<StreamInfo> streams = servers.getOrDefault(key.server, List.of());
            List<@Nullable Long> bins = new ArrayList<>(counts.length);
            for (int i = 0; i < counts.length; i++) {
              int hour = Math.floorDiv(window.first + i, 60);
              boolean covered = counts[i] > 0 || HourlySeries.covered(context, streams, hour);
              bins.add(covered ? Long.valueOf(counts[i]) : null);
            }
            out.add(
                new CaseReport.Series(
                    key.name, key.server, 60, window.first * Times.MINUTE, bins, null));
          });
    }
    return out;
  }
}
