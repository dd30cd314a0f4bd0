package postmortem.event;

/**
 * What all records of one piece have in common.
 *
 * @param ledger the ledger id of the evidence
 * @param stream the id of the stream that the evidence is a part of
 * @param precision of the times
 * @param basis of the times
 */
public record Provenance(int ledger, int stream, TimePrecision precision, TimeBasis basis) {}
