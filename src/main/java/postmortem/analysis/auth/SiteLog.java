package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * What one site (an address, or the addresses of one IPv6 /64) did at one door: failures and
 * successes in order of time. Used again for the next site.
 */
final class SiteLog {

  /** So many rows are judged together; a site with more is judged in parts. */
  static final int MOST_ROWS = 1 << 20;

  private long[] times = new long[64];
  private int[] accounts = new int[64];
  private int[] sources = new int[64];
  private int[] weights = new int[64]; // 0: a success
  private int size;
  private boolean sorted = true;

  /** An empty log for each door, by its ordinal. */
  static SiteLog[] ofAllDoors() {
    SiteLog[] logs = new SiteLog[Door.values().length];
    Arrays.setAll(logs, door -> new SiteLog());
    return logs;
  }

  void add(long time, int source, int account, int weight) {
    if (size == times.length) {
      grow();
    }
    sorted &= size == 0 || times[size - 1] <= time;
    times[size] = time;
    accounts[size] = account;
    sources[size] = source;
    weights[size++] = weight;
  }

  private void grow() {
    int to = size * 2;
    times = Arrays.copyOf(times, to);
    accounts = Arrays.copyOf(accounts, to);
    sources = Arrays.copyOf(sources, to);
    weights = Arrays.copyOf(weights, to);
  }

  boolean full() {
    return size >= MOST_ROWS;
  }

  void clear() {
    size = 0;
    sorted = true;
  }

  /** Puts the addresses of a site together in order of time. */
  void sort() {
    if (sorted) {
      return;
    }
    int[] order = rows();
    IntArrays.mergeSort(order, (a, b) -> Long.compare(times[a], times[b]));
    long[] oldTimes = Arrays.copyOf(times, size);
    int[] oldAccounts = Arrays.copyOf(accounts, size);
    int[] oldSources = Arrays.copyOf(sources, size);
    int[] oldWeights = Arrays.copyOf(weights, size);
    for (int i = 0; i < size; i++) {
      times[i] = oldTimes[order[i]];
      accounts[i] = oldAccounts[order[i]];
      sources[i] = oldSources[order[i]];
      weights[i] = oldWeights[order[i]];
    }
    sorted = true;
  }

  private int[] rows() {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** The rows by account, each account's in order of time. */
  int[] byAccount() {
    int[] order = rows();
    IntArrays.mergeSort(order, (a, b) -> Integer.compare(accounts[a], accounts[b]));
    return order;
  }

  int size() {
    return size;
  }

  long time(int row) {
    return times[row];
  }

  int account(int row) {
    return accounts[row];
  }

  int source(int row) {
    return sources[row];
  }

  /** How many failed attempts the row stands for; 0 where it is a success. */
  int weight(int row) {
    return weights[row];
  }

  boolean isSuccess(int row) {
    return weights[row] == 0;
  }

  boolean anySuccess() {
    for (int i = 0; i < size; i++) {
      if (isSuccess(i)) {
        return true;
      }
    }
    return false;
  }
}
