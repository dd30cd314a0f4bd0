package postmortem.parser;

/** Gives the id of the stream that a record is of, where one file holds the logs of several. */
@FunctionalInterface
public interface StreamIds {

  /** The id of the stream with this key; that of the file where no stream has it. */
  int of(StreamKey key);
}
