package postmortem.analysis;

import it.unimi.dsi.fastutil.ints.Int2LongMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import postmortem.event.Names;
import postmortem.event.TextSpace;

/** How often each of some texts occurred; of a thousand at most, those that came first. */
public final class Tops {

  private static final int MOST = 1_000;
  private static final int NAMED = 10;

  private final Int2LongOpenHashMap counts = new Int2LongOpenHashMap(4);

  /** Counts a text, but not {@link Names#ABSENT}. */
  public void add(int text, long by) {
    if (text != Names.ABSENT && (counts.size() < MOST || counts.containsKey(text))) {
      counts.addTo(text, by);
    }
  }

  /** Counts all that another has counted. */
  public void addAll(Tops other) {
    int[] texts = other.counts.keySet().toIntArray();
    Arrays.sort(texts);
    for (int text : texts) {
      add(text, other.counts.get(text));
    }
  }

  /** How many different texts there were; a thousand at most. */
  public int different() {
    return counts.size();
  }

  /** How often the most frequent text occurred; 0 where there was none. */
  public long most() {
    return counts.values().longStream().max().orElse(0);
  }

  /** The most frequent ones, ten at most, with how often. */
  public SortedMap<String, Long> named(Names names, TextSpace space) {
    List<Int2LongMap.Entry> entries = new ArrayList<>(counts.int2LongEntrySet());
    entries.sort(
        (a, b) -> {
          int c = Long.compare(b.getLongValue(), a.getLongValue());
          return c != 0 ? c : Integer.compare(a.getIntKey(), b.getIntKey());
        });
    SortedMap<String, Long> out = new TreeMap<>();
    for (Int2LongMap.Entry e : entries.subList(0, Math.min(NAMED, entries.size()))) {
      out.put(String.valueOf(names.text(space, e.getIntKey())), e.getLongValue());
    }
    return out;
  }
}
