package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Failures of sites that do little each: the haystack in which attacks by many sources are looked
 * for. Bounded; what is left out when it is full is decided by the hash of the site.
 */
final class QuietAttempts {

  static final int MOST = 1 << 21;

  private final int most;
  private int[] seconds = new int[256];
  private int[] accounts = new int[256];
  private int[] sources = new int[256];
  private int[] sites = new int[256]; // complement: in doubt, see Innocence
  private byte[] doors = new byte[256];
  private int size;
  private long untracked;
  private long mask; // sites whose hash has a bit of it are left out

  QuietAttempts(int most) {
    this.most = most;
  }

  private static final Door[] DOORS = Door.values();

  /**
   * @param siteHash of the site's address, not of its id
   */
  void add(
      int second, int account, int source, int site, boolean doubtful, Door door, long siteHash) {
    if ((siteHash & mask) != 0) {
      untracked++;
      return;
    }
    if (size == seconds.length) {
      grow();
    }
    seconds[size] = second;
    accounts[size] = account;
    sources[size] = source;
    sites[size] = doubtful ? ~site : site;
    doors[size++] = (byte) door.ordinal();
  }

  private void grow() {
    int to = size * 2;
    seconds = Arrays.copyOf(seconds, to);
    accounts = Arrays.copyOf(accounts, to);
    sources = Arrays.copyOf(sources, to);
    sites = Arrays.copyOf(sites, to);
    doors = Arrays.copyOf(doors, to);
  }

  boolean full() {
    return size >= most;
  }

  /** Leaves out half of the sites. */
  void halve(IntToLongFunction siteHash) {
    mask = mask << 1 | 1;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if ((siteHash.applyAsLong(site(i)) & mask) == 0) {
        seconds[kept] = seconds[i];
        accounts[kept] = accounts[i];
        sources[kept] = sources[i];
        sites[kept] = sites[i];
        doors[kept++] = doors[i];
      } else {
        untracked++;
      }
    }
    size = kept;
  }

  /** By door, account and time. */
  int[] sorted() {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    IntArrays.quickSort(order, this::compare);
    return order;
  }

  private int compare(int a, int b) {
    int c = Byte.compare(doors[a], doors[b]);
    if (c == 0) {
      c = Integer.compare(accounts[a], accounts[b]);
    }
    if (c == 0) {
      c = Integer.compare(seconds[a], seconds[b]);
    }
    if (c == 0) {
      c = Integer.compare(sources[a], sources[b]);
    }
    return c != 0 ? c : Integer.compare(a, b);
  }

  int second(int i) {
    return seconds[i];
  }

  int account(int i) {
    return accounts[i];
  }

  int source(int i) {
    return sources[i];
  }

  int site(int i) {
    return sites[i] < 0 ? ~sites[i] : sites[i];
  }

  boolean isDoubtful(int i) {
    return sites[i] < 0;
  }

  Door door(int i) {
    return DOORS[doors[i]];
  }

  /** How many attempts were left out. */
  long untracked() {
    return untracked;
  }
}
