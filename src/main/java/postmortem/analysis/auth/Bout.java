package postmortem.analysis.auth;

import postmortem.event.Times;

/**
 * Guessing of one site without a long pause, as it is kept until all sites are known.
 *
 * @param site id of its first address
 * @param sources ids of its addresses, ascending
 * @param accounts that it tried, ascending; 0 where the log names none; nothing if more than {@link
 *     #MOST_ACCOUNTS}
 * @param accountsTried how many, 0 not counted
 * @param bins of five minutes since 1970 in which it was active, ascending; at most {@link
 *     #MOST_BINS}
 * @param failures attempts
 * @param most attempts at the account that was tried most
 * @param peakTenMinutes most attempts in ten minutes
 * @param peakHour most attempts in one hour
 */
record Bout(
    int site,
    Door door,
    SortedInts sources,
    SortedInts accounts,
    int accountsTried,
    SortedInts bins,
    long start,
    long end,
    long failures,
    long most,
    long peakTenMinutes,
    long peakHour) {

  static final int MOST_ACCOUNTS = 4096;
  static final int MOST_BINS = 2048;
  private static final long BIN = 5 * Times.MINUTE;

  static int bin(long time) {
    return (int) Math.floorDiv(time, BIN);
  }

  boolean anyAccount() {
    return accounts.size() == 0;
  }
}
