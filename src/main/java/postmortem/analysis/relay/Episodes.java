package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Letter;
import postmortem.analysis.Tops;
import postmortem.event.Address;
import postmortem.event.Hash;
import postmortem.event.Times;

/**
 * Cuts the messages of one source after the other, or of the sources of one account, into episodes,
 * and keeps those that may matter: with foreign senders, or too fast for ordinary mail. Of small
 * ones it keeps a bounded number; which ones, the hash of the address decides.
 */
final class Episodes {

  static final Comparator<Episode> BY_START =
      Comparator.comparingLong((Episode e) -> e.start)
          .thenComparingInt(e -> e.source)
          .thenComparingInt(e -> e.account);

  /** The onset of an episode that gets fast is searched in the episode before up to this length. */
  private static final long ONSET = 90 * Times.MINUTE;

  private static final int SMALL = 20; // recipients

  private final Context context;
  private final int mostSmall;
  private final Long2ObjectOpenHashMap<Episode> open = new Long2ObjectOpenHashMap<>();
  private List<Episode> kept = new ArrayList<>();
  private int small;
  private long dropAbove = Long.MAX_VALUE;

  /** How fast ordinary mail comes: the peaks of the episodes that are not kept. */
  final Usual usual = new Usual();

  Episodes(Context context, int mostSmall) {
    this.context = context;
    this.mostSmall = mostSmall;
  }

  /**
   * @param foreign its foreign recipients, at least 1
   */
  void add(Fact message, int foreign) {
    add(message, foreign, 0);
  }

  /**
   * @param foreign its foreign recipients, at least 1
   * @param together the recipients in the last hour of all who send with it
   */
  void add(Fact message, int foreign, long together) {
    boolean forged = Letter.forged(message, context);
    long key = (long) message.source() << 1 | (forged ? 1 : 0);
    Episode episode = open.get(key);
    if (episode == null || !episode.goesOn(message.time())) {
      close(episode);
      episode = new Episode(message, forged);
      open.put(key, episode);
    }
    long rate = episode.hour.sum(message.time()) + foreign;
    boolean heatsUp = !episode.hot && rate >= Episode.HOT;
    boolean coolsDown = episode.hot && rate < Episode.HOT / 2;
    boolean fillsUp = !episode.crowded && together >= Episode.HOT;
    boolean clears = !episode.hot && episode.crowded && together < Episode.HOT / 2;
    boolean late = message.time() - episode.start > ONSET;
    if (coolsDown || clears || (heatsUp || fillsUp && !forged) && late) {
      close(episode);
      episode = new Episode(message, forged, episode.hour);
      open.put(key, episode);
    }
    episode.hot |= heatsUp;
    episode.crowded |= fillsUp;
    episode.add(message, foreign, context);
  }

  /** The source, or the account, has no more messages. */
  void close() {
    if (open.isEmpty()) {
      return;
    }
    open.values().stream()
        .sorted(Comparator.comparingLong((Episode e) -> e.start).thenComparing(e -> e.source))
        .forEach(this::close);
    open.clear();
  }

  private void close(@Nullable Episode episode) {
    if (episode == null) {
      return;
    }
    if (!episode.forged && !episode.crowded && episode.peak() < Episode.HOT) {
      usual.add(episode.peak());
      return;
    }
    if (episode.recipients >= SMALL) {
      kept.add(episode);
      return;
    }
    if (hash(episode) > dropAbove) {
      return;
    }
    kept.add(episode);
    small++;
    while (small > mostSmall) {
      dropAbove >>>= 1;
      int before = kept.size();
      kept.removeIf(e -> e.recipients < SMALL && hash(e) > dropAbove);
      small -= before - kept.size();
    }
  }

  private long hash(Episode episode) {
    Address address = context.address(episode.source);
    long hash = address == null ? Hash.mix(episode.source, episode.account) : address.hash64();
    return hash & Long.MAX_VALUE;
  }

  /** What was kept so far, by start and source; it is forgotten here. */
  List<Episode> take() {
    List<Episode> out = kept;
    kept = new ArrayList<>();
    small = 0;
    out.sort(BY_START);
    return out;
  }

  /** Messages of all. */
  static long messages(List<Episode> episodes) {
    return episodes.stream().mapToLong(e -> e.messages).sum();
  }

  /** Foreign recipients of all. */
  static long recipients(List<Episode> episodes) {
    return episodes.stream().mapToLong(e -> e.recipients).sum();
  }

  /** The sender domains of all. */
  static Tops senders(List<Episode> episodes) {
    Tops senders = new Tops();
    episodes.forEach(e -> senders.addAll(e.senders));
    return senders;
  }

  /** Groups episodes that follow each other with at most so much time between. */
  static List<List<Episode>> together(List<Episode> sorted, long gap) {
    List<List<Episode>> out = new ArrayList<>();
    long end = Long.MIN_VALUE;
    for (Episode e : sorted) {
      if (out.isEmpty() || e.start - end > gap) {
        out.add(new ArrayList<>());
        end = e.end;
      }
      out.get(out.size() - 1).add(e);
      end = Math.max(end, e.end);
    }
    return out;
  }
}
