package postmortem.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One record of a log as it was read: its time, its place, and its bytes. */
public final class Origin {

  private static final int LEAD = 1;

  private final Provenance provenance;
  private final byte[] block;
  private final int start;
  private final int length;
  private final long time;
  private final long record;
  private final long offset;

  /**
   * @param time nanoseconds since 1970 UTC, of the record as logged (uncorrected)
   * @param block the block that holds the record, never changed afterwards
   * @param start the record's first byte in the block
   * @param length its length in bytes without the line end
   * @param record its number in the evidence file, from 1
   * @param offset its offset in the decoded evidence file
   */
  public Origin(
      Provenance provenance,
      long time,
      byte[] block,
      int start,
      int length,
      long record,
      long offset) {
    this.provenance = provenance;
    this.time = time;
    this.block = block;
    this.start = start;
    this.length = length;
    this.record = record;
    this.offset = offset;
  }

  public Provenance provenance() {
    return provenance;
  }

  /** Nanoseconds since 1970 UTC, as logged. */
  public long time() {
    return time;
  }

  public Instant instant() {
    return Times.instant(time);
  }

  public int ledger() {
    return provenance.ledger();
  }

  public int stream() {
    return provenance.stream();
  }

  public long record() {
    return record;
  }

  public long offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  public SourceRef source() {
    return new SourceRef(provenance.ledger(), record, offset, length);
  }

  /** The raw record. It may hold secrets: only a parser's mask may show it to anybody. */
  public Slice raw() {
    return new Slice(block, start, start + length);
  }

  /** The text of a {@link Span} of this record's block; null where the span is absent. */
  public @Nullable Slice slice(long span) {
    return Span.isAbsent(span) ? null : new Slice(block, Span.start(span), Span.end(span));
  }

  /** The block itself, for code that hashes or compares a span in place; never to be changed. */
  public byte[] block() {
    return block;
  }

  /**
   * This record in a small block of its own, so that keeping it does not keep a large one. Spans of
   * the large block mean nothing in it: take the slices first.
   */
  public Origin detached() {
    return isDetached()
        ? this
        : new Origin(provenance, time, small(), LEAD, length, record, offset);
  }

  private boolean isDetached() {
    return block.length == LEAD + length;
  }

  /** With a byte before the record, because a span that starts at 0 may be absent. */
  private byte[] small() {
    byte[] copy = new byte[LEAD + length];
    System.arraycopy(block, start, copy, LEAD, length);
    return copy;
  }

  /** What a span of this record's block is in the block of {@link #detached()}. */
  long detachedSpan(long span) {
    int by = LEAD - start;
    return Span.isAbsent(span) ? span : Span.of(Span.start(span) + by, Span.end(span) + by);
  }

  /** Does the span lie in the record itself? */
  boolean holds(long span) {
    return Span.isAbsent(span) || Span.start(span) >= start && Span.end(span) <= start + length;
  }
}
