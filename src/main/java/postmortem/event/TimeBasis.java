package postmortem.event;

/** How far a time rests on the log itself. */
public enum TimeBasis {
  /** The log says date, time and zone, or its format fixes the zone. */
  AS_LOGGED,
  /** The log's clock is local and the zone was given or assumed. */
  ZONE_ASSUMED,
  /** The log says the time only; the day comes from a directive or from midnights counted. */
  DATE_INFERRED,
  /** The log names no year, and no zone. */
  YEAR_INFERRED;

  /** Is it the time of a clock whose zone the log does not say? */
  public boolean isLocal() {
    return this == ZONE_ASSUMED || this == YEAR_INFERRED;
  }
}
