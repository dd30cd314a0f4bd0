package postmortem.parser;

/** What became of a record. */
public enum Fate {
  /** It gave one event or more. */
  EVENTS,
  /** It is a part of an event that several records make. */
  PART,
  /** It was understood and tells nothing that is asked: a header, a blank line, another service. */
  IGNORED,
  /** It could not be read; the sink was told why. */
  REJECTED,
  /** There is no further record. */
  END
}
