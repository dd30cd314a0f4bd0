package postmortem.parser.windows;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.event.Origin;
import postmortem.event.Provenance;
import postmortem.event.Slice;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.parser.PieceInput;

/**
 * Says of the events of one file where they stand, and of which log they are: a file may hold the
 * events of many machines, as those do that a collector writes.
 */
public final class EventOrigins {

  /** No collector has more machines and channels; of others the names are looked up each time. */
  private static final int MOST = 1 << 14;

  /** Of which log an event says that it is. */
  private record Named(Slice computer, @Nullable Slice channel) {

    Named copy() {
      return new Named(computer.copy(), channel == null ? null : channel.copy());
    }
  }

  private final PieceInput piece;
  private final TimePrecision precision;
  private final Map<Named, Provenance[]> known = new HashMap<>();
  private final Provenance[] ofFile;
  private @Nullable Named last;
  private Provenance[] ofLast;

  public EventOrigins(PieceInput piece, TimePrecision precision) {
    this.piece = piece;
    this.precision = precision;
    this.ofFile = provenances(piece.stream());
    this.ofLast = ofFile;
  }

  /**
   * The origin of an event.
   *
   * @param values of which the head has been read
   * @param time as {@link Origin} has it; the others, too
   */
  public Origin of(
      EventValues values,
      TimeBasis basis,
      long time,
      byte[] block,
      int start,
      int length,
      long record,
      long offset) {
    Provenance provenance = stream(values)[index(basis, values.recovered())];
    return new Origin(provenance, time, block, start, length, record, offset);
  }

  private Provenance[] stream(EventValues values) {
    Slice computer = values.slice(Field.COMPUTER);
    if (computer == null) {
      return ofFile;
    }
    Named named = new Named(computer, values.slice(Field.CHANNEL));
    if (!named.equals(last)) {
      Provenance[] found = known.get(named);
      last = named.copy();
      if (found == null) {
        found = provenances(piece.streams().of(EventStream.of(values)));
        if (known.size() < MOST) {
          known.put(last, found);
        }
      }
      ofLast = found;
    }
    return ofLast;
  }

  private static int index(TimeBasis basis, boolean recovered) {
    return 2 * basis.ordinal() + (recovered ? 1 : 0);
  }

  /** All that events of a stream may have. */
  private Provenance[] provenances(int stream) {
    Provenance[] all = new Provenance[2 * TimeBasis.values().length];
    for (TimeBasis basis : TimeBasis.values()) {
      for (boolean recovered : new boolean[] {false, true}) {
        all[index(basis, recovered)] =
            new Provenance(piece.ledger(), stream, precision, basis, recovered);
      }
    }
    return all;
  }
}
