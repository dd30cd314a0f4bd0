package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.ints.Int2LongMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.List;

/** Recipients in hours by the clock, of several episodes together. */
final class Rate {

  private Rate() {}

  /** The most in one hour by the clock, or in any one hour of one episode. */
  static long peak(List<Episode> episodes) {
    Int2LongOpenHashMap hours = new Int2LongOpenHashMap();
    long peak = 0;
    for (Episode e : episodes) {
      peak = Math.max(peak, e.peak());
      for (Int2LongMap.Entry hour : e.byHour.int2LongEntrySet()) {
        peak =
            Math.max(
                peak, hours.addTo(hour.getIntKey(), hour.getLongValue()) + hour.getLongValue());
      }
    }
    return peak;
  }
}
