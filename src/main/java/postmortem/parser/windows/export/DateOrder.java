package postmortem.parser.windows.export;

/** In which order a date has its parts. */
enum DateOrder {
  YEAR_FIRST,
  MONTH_FIRST,
  DAY_FIRST
}
