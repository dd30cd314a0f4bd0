package postmortem.run;

import postmortem.evidence.EvidenceFile;
import postmortem.parser.FileFacts;

/**
 * A part of an evidence file that one task reads.
 *
 * @param what the file is
 * @param stream id of its stream
 * @param position among the pieces of the stream, from 0
 * @param offset of its first byte
 * @param length in bytes; {@link #WHOLE} where it is the whole file
 * @param firstRecord number of its first record
 * @param facts what the survey found; NONE where it is the whole file
 */
record Piece(
    EvidenceFile file,
    Recognised what,
    int stream,
    int position,
    long offset,
    long length,
    long firstRecord,
    FileFacts facts) {

  static final long WHOLE = -1;

  boolean isWhole() {
    return length == WHOLE;
  }
}
