package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the attacks of many sources that each do little: periods in which far more sites than usual
 * come to one account, or to the server as a whole (detection-methods.md, M3, distributed
 * guessing).
 *
 * <p>What is compared is the visits: attempts of one site at one account within an hour are one.
 * The usual is that of the quieter days of this archive.
 */
final class Crowds {

  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;

  /**
   * Visits in one hour at one account that nobody would call an attack, even where none are usual.
   */
  private static final double LEAST_USUAL = 0.02;

  private static final double LEAST_USUAL_ALL = 0.25;

  /** Some names are tried more often than others. */
  private static final int UNEVEN = 4;

  private static final double RATIO_ACCOUNT = 3;
  private static final double RATIO_ALL = 5;

  private final QuietAttempts quiet;
  private final int fewestSites;
  private final int coveredDays;
  private final int[] order;
  private final BitSet visits = new BitSet(); // by place in order
  private final BitSet taken = new BitSet();
  private final List<Campaign> found = new ArrayList<>();

  private Crowds(QuietAttempts quiet, int fewestSites, int coveredDays) {
    this.quiet = quiet;
    this.fewestSites = fewestSites;
    this.coveredDays = coveredDays;
    this.order = quiet.sorted();
  }

  /**
   * @param fewestSites that make a crowd
   * @param coveredDays on how many days there is evidence
   */
  static List<Campaign> find(QuietAttempts quiet, int fewestSites, int coveredDays) {
    Crowds crowds = new Crowds(quiet, fewestSites, coveredDays);
    int from = 0;
    while (from < crowds.order.length) {
      int to = from + 1;
      Door door = quiet.door(crowds.order[from]);
      while (to < crowds.order.length && quiet.door(crowds.order[to]) == door) {
        to++;
      }
      crowds.door(from, to);
      from = to;
    }
    return crowds.found;
  }

  private void door(int from, int to) {
    int accounts = markVisits(from, to);
    double usual = usualPerDay(from, to) / 24;
    double usualOfOne = Math.max(usual * Math.min(1, (double) UNEVEN / accounts), LEAST_USUAL);
    List<Campaign> own = new ArrayList<>();
    int start = from;
    while (start < to) {
      int end = start + 1;
      int account = quiet.account(order[start]);
      while (end < to && quiet.account(order[end]) == account) {
        end++;
      }
      if (account != 0) {
        int[] places = free(start, end);
        surges(places, usualOfOne, RATIO_ACCOUNT, fewestSites, own);
      }
      start = end;
    }
    int[] rest = free(from, to);
    rest = inTime(rest);
    surges(rest, Math.max(2 * usual, LEAST_USUAL_ALL), RATIO_ALL, 2 * fewestSites, own);
    found.addAll(joined(own));
  }

  /** Places of an order that are in no crowd yet. */
  private int[] free(int from, int to) {
    IntArrayList places = new IntArrayList();
    for (int i = from; i < to; i++) {
      if (!taken.get(i)) {
        places.add(i);
      }
    }
    return places.toIntArray();
  }

  private int[] inTime(int[] places) {
    IntArrays.mergeSort(
        places, (a, b) -> Integer.compare(quiet.second(order[a]), quiet.second(order[b])));
    return places;
  }

  /** Marks what is a visit of its own, and counts the accounts. */
  private int markVisits(int from, int to) {
    Int2IntOpenHashMap last = new Int2IntOpenHashMap();
    int accounts = 0;
    int account = -1;
    for (int i = from; i < to; i++) {
      int q = order[i];
      if (quiet.account(q) != account) {
        account = quiet.account(q);
        accounts++;
        last.clear();
      }
      if (quiet.isDoubtful(q)) {
        continue;
      }
      int site = quiet.site(q);
      if (!last.containsKey(site) || quiet.second(q) - last.get(site) > HOUR) {
        visits.set(i);
        last.put(site, quiet.second(q));
      }
    }
    return accounts;
  }

  /** Visits on one of the quieter days: three days in four have as many or more. */
  private double usualPerDay(int from, int to) {
    Int2IntOpenHashMap days = new Int2IntOpenHashMap();
    for (int i = visits.nextSetBit(from); i >= 0 && i < to; i = visits.nextSetBit(i + 1)) {
      days.addTo(Math.floorDiv(quiet.second(order[i]), DAY), 1);
    }
    int[] counts = Arrays.copyOf(days.values().toIntArray(), Math.max(days.size(), coveredDays));
    Arrays.sort(counts);
    return counts.length < 3 ? 0 : counts[counts.length / 4];
  }

  private void surges(int[] places, double usual, double ratio, int fewest, List<Campaign> into) {
    int[] visit = Arrays.stream(places).filter(visits::get).toArray();
    if (visit.length < fewest) {
      return;
    }
    int[] seconds = new int[visit.length];
    for (int i = 0; i < visit.length; i++) {
      seconds[i] = quiet.second(order[visit[i]]);
    }
    for (Surges.Surge surge : Surges.find(seconds, usual, ratio)) {
      IntOpenHashSet sites = new IntOpenHashSet();
      for (int i = surge.from(); i <= surge.to(); i++) {
        sites.add(quiet.site(order[visit[i]]));
      }
      if (sites.size() >= fewest) {
        into.add(campaign(places, seconds[surge.from()], seconds[surge.to()]));
      }
    }
  }

  /** All attempts within the period, also those that are no visit of their own. */
  private Campaign campaign(int[] places, int first, int last) {
    Campaign campaign = new Campaign(quiet.door(order[places[0]]));
    for (int place : places) {
      int q = order[place];
      if (quiet.second(q) >= first && quiet.second(q) <= last + HOUR / 60) {
        taken.set(place);
        campaign.add(quiet.second(q), quiet.site(q), quiet.source(q), quiet.account(q));
      }
    }
    return campaign;
  }

  /** Crowds at different accounts are one where the same sites make them up. */
  private static List<Campaign> joined(List<Campaign> own) {
    List<Campaign> all = new ArrayList<>();
    for (Campaign next : own) {
      Campaign same = null;
      for (Campaign c : all) {
        if (c.overlaps(next.from(), next.to()) && share(c, next) >= 0.3) {
          same = c;
          break;
        }
      }
      if (same == null) {
        all.add(next);
      } else {
        same.add(next);
      }
    }
    return all;
  }

  /** The part of the smaller one's sites that the other one has too. */
  private static double share(Campaign a, Campaign b) {
    Campaign small = a.sites.size() <= b.sites.size() ? a : b;
    Campaign large = small == a ? b : a;
    int shared = 0;
    for (int site : small.sites.keySet()) {
      shared += large.sites.containsKey(site) ? 1 : 0;
    }
    return shared < 3 ? 0 : (double) shared / small.sites.size();
  }
}
