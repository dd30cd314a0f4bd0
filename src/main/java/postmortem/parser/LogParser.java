package postmortem.parser;

import java.io.IOException;
import java.util.Set;
import postmortem.event.Direction;

/** Reads one log format. Stateless: one instance serves every thread. */
public interface LogParser {

  Format format();

  /**
   * How sure it is that the sample is of this format. Pure, bounded by the sample, never throws.
   */
  Confidence probe(Sample sample);

  /**
   * Are the session keys of its steps ids that the log itself gives, so that no two sessions share
   * one?
   */
  default boolean sessionIds() {
    return false;
  }

  /**
   * Does it tell of what other logs tell of too, so that they have to be compared: logons without
   * addresses, connections without accounts?
   */
  default boolean joins() {
    return false;
  }

  /**
   * Whose mail it tells all of: IN what clients brought, OUT what we handed on. None where it tells
   * of no mail, or of some.
   */
  default Set<Direction> mail() {
    return Set.of();
  }

  /**
   * At which hand it tells of mail: what a log of the same server tells of at a better one is not
   * counted again.
   */
  default Hand hand() {
    return Hand.FIRST;
  }

  /** Where a large file of this format may be cut into pieces. */
  Splitting splitting();

  /**
   * What tells the stream of this file from others of the same format: server, site or role, as the
   * sample shows them. Never empty; equal for all files of one stream.
   */
  StreamKey stream(Sample sample);

  /**
   * A fresh survey of one file that will be read in pieces. It sees all blocks in order and notes
   * what a piece must know and cannot see.
   */
  Survey newSurvey(Sample sample, ParseSettings settings);

  /**
   * A reader of one piece.
   *
   * @param facts what the survey of the file found; {@link FileFacts#NONE} where the piece is the
   *     whole file
   */
  RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) throws IOException;

  /**
   * Are the bytes of a record no text, so that {@link RecordReader#rendered()} has to be asked for
   * what people can read?
   */
  default boolean rendersRecords() {
    return false;
  }

  /** The text of a masked record, with what its codes mean behind it, where people need that. */
  default String explained(String text) {
    return text;
  }

  /**
   * Overwrites with {@code *} every byte of a raw record that is, or may be, part of a secret. The
   * length stays.
   */
  void mask(byte[] record);
}
