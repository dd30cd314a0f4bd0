package postmortem.event;

/**
 * What all records of one piece have in common.
 *
 * @param ledger the ledger id of the evidence
 * @param stream the id of the stream that the evidence is a part of
 * @param precision of the times
 * @param basis of the times
 * @param recovered are the records left over from former use of the file, which has given up their
 *     room?
 */
public record Provenance(
    int ledger, int stream, TimePrecision precision, TimeBasis basis, boolean recovered) {

  /** Of records that count. */
  public Provenance(int ledger, int stream, TimePrecision precision, TimeBasis basis) {
    this(ledger, stream, precision, basis, false);
  }
}
