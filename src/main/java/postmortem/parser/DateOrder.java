package postmortem.parser;

import java.util.Locale;

/** In which order a date has its parts. */
public enum DateOrder {
  YEAR_FIRST,
  MONTH_FIRST,
  DAY_FIRST;

  /** The name in options and reports: {@code day-first}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
