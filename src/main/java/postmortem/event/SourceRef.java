package postmortem.event;

/**
 * Where a record stands in the evidence.
 *
 * @param ledger the ledger id of the evidence file or archive member
 * @param record the number of the record in it, from 1 (packet number in captures)
 * @param offset the offset of the record's first byte in the decoded member
 * @param length its length in bytes, without the line end
 */
public record SourceRef(int ledger, long record, long offset, int length)
    implements Comparable<SourceRef> {

  @Override
  public int compareTo(SourceRef o) {
    int c = Integer.compare(ledger, o.ledger);
    return c != 0 ? c : Long.compare(offset, o.offset);
  }
}
