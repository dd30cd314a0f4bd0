package postmortem.parser;

/** What a survey found out about one file. Each parser has its own kind. Immutable. */
public interface FileFacts {

  /** Nothing that a piece has to know. */
  FileFacts NONE = new FileFacts() {};
}
