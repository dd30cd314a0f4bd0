package postmortem.parser.windows.evtx;

import postmortem.text.AsciiText;

/**
 * Finds the records of a chunk one after the other, and what stands between them and is none: after
 * damage it goes on at the next record that is whole (evt-evtx-binary.md, 2.8).
 */
final class ChunkRecords {

  /** What was found. */
  enum Kind {
    RECORD,
    /** No record. */
    DAMAGED,
    /** A record that does not end. */
    CUT_OFF
  }

  /** Signature, size, identifier and time. */
  static final int HEAD = 24;

  /** The size again. */
  static final int TAIL = 4;

  private static final int SIGNATURE = 0x2a2a;

  private Chunk chunk = new Chunk(new byte[Chunk.HEADER], Chunk.HEADER);
  private int limit = Chunk.HEADER; // where records end
  private int next = Chunk.HEADER;
  private Kind kind = Kind.DAMAGED;
  private int start;
  private int end;
  private int inner; // where a record stands inside of another, whose end it has

  /** Goes on in another chunk. */
  void chunk(Chunk other) {
    chunk = other;
    limit = Math.min(other.length(), other.free());
    next = Chunk.HEADER;
    inner = -1;
    if (!other.hasMagic() && !isSigned(next)) {
      next = 0;
      limit = other.length();
    }
  }

  /** Moves on; false where the chunk has no more. */
  boolean next() {
    start = next;
    if (start >= limit) {
      return false;
    }
    if (!isSigned(start) || size(start) < HEAD + TAIL || size(start) > Chunk.SIZE - start) {
      if (chunk.isEmpty(start, limit)) {
        return false;
      }
      found(Kind.DAMAGED, nextWhole(start + 1));
    } else if (start == inner || isWhole(start, chunk.length())) {
      found(Kind.RECORD, start + size(start));
    } else {
      found(Kind.CUT_OFF, nextWhole(start + 1));
    }
    return true;
  }

  private void found(Kind what, int to) {
    kind = what;
    end = to;
    next = to;
  }

  private boolean isSigned(int at) {
    return at + HEAD <= chunk.length() && AsciiText.four(chunk.bytes(), at) == SIGNATURE;
  }

  private int size(int at) {
    return AsciiText.four(chunk.bytes(), at + 4);
  }

  /** Is there a record of which both ends can be seen? */
  private boolean isWhole(int at, int to) {
    if (!isSigned(at)) {
      return false;
    }
    int size = size(at);
    return size >= HEAD + TAIL
        && size <= to - at
        && AsciiText.four(chunk.bytes(), at + size - TAIL) == size;
  }

  private int nextWhole(int from) {
    for (int at = from; at + HEAD <= limit; at++) {
      if (chunk.bytes()[at] == '*' && isWhole(at, chunk.length())) {
        return at;
      }
    }
    return limit;
  }

  /**
   * Goes on with a record that stands inside of the current one, behind its own text: there is
   * something that makes records vanish by letting the one before reach over them.
   *
   * @param from where the text of the current record ends
   * @return false where there is none
   */
  boolean enter(int from) {
    for (int at = from; at + HEAD + TAIL <= end; at++) {
      if (chunk.bytes()[at] == '*' && isSigned(at)) {
        int size = size(at);
        if (size >= HEAD + TAIL && size <= end - at) {
          next = at;
          inner = at;
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Moves on to the next whole record behind the end of those that count, which is left over from
   * former use; false where there is none.
   */
  boolean nextLeftover() {
    for (int at = Math.max(next, limit); at + HEAD <= chunk.length(); at++) {
      if (chunk.bytes()[at] == '*' && isWhole(at, chunk.length())) {
        start = at;
        found(Kind.RECORD, at + size(at));
        return true;
      }
    }
    next = chunk.length();
    return false;
  }

  Kind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }
}
