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
 */
public record PieceInput(InputStream in, long offset, long firstRecord, int ledger, int stream) {}
