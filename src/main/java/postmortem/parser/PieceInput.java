package postmortem.parser;

import java.io.InputStream;

/**
 * A part of an evidence file that one task reads.
 *
 * @param in its bytes, decoded (decompressed; UTF-16 turned into UTF-8), from {@code offset} on;
 *     the reader closes it
 * @param offset of its first byte in the decoded file
 * @param firstRecord number of its first record, from 1
 * @param ledger the ledger id of the file
 * @param stream the stream's id
 * @param path the ledger path of the file, for a format whose file names say what its records do
 *     not, such as the day; "" where there is none
 * @param streams of a record that says itself of which log it is
 */
public record PieceInput(
    InputStream in,
    long offset,
    long firstRecord,
    int ledger,
    int stream,
    String path,
    StreamIds streams) {

  /** A piece of a file whose records are all of one stream. */
  public PieceInput(
      InputStream in, long offset, long firstRecord, int ledger, int stream, String path) {
    this(in, offset, firstRecord, ledger, stream, path, key -> stream);
  }

  /** A piece of a file without a name. */
  public PieceInput(InputStream in, long offset, long firstRecord, int ledger, int stream) {
    this(in, offset, firstRecord, ledger, stream, "");
  }
}
