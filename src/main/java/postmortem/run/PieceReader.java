package postmortem.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.session.Edges;
import postmortem.analysis.session.SessionFold;
import postmortem.analysis.session.SessionRules;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Step;
import postmortem.event.Times;
import postmortem.evidence.HashingStream;
import postmortem.parser.Fate;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.parser.StreamKey;
import postmortem.text.TornLineException;

/** Reads one piece: counts the fates of its records, and hands events and steps on. */
final class PieceReader implements RecordSink {

  private static final int FEW = 20;
  private static final int MOST_STREAMS = 10_000; // of one file; records of others are of its own

  /** Records that are not counted again. */
  private static final class Drops {
    private long records;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    PieceResult.@Nullable Dropped all() {
      return records == 0 ? null : new PieceResult.Dropped(records, first, last);
    }
  }

  private final Worker worker;
  private final LogParser parser;
  private final Piece piece;
  private final long countFrom;
  private final BitSet repeated;
  private final Strangers others;
  private final FirstHand retold;
  private final SessionFold fold;
  private final long[] fates = new long[Fate.values().length];
  private final List<PieceResult.Rejected> rejections = new ArrayList<>();
  private final SortedSet<StreamKey> strangers = new TreeSet<>(); // that have no stream
  private final SortedSet<Integer> local = new TreeSet<>();
  private @Nullable RecordReader reader;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private int hourOf; // stream
  private long hourEnd = Long.MIN_VALUE;
  private long hourBegin = Long.MAX_VALUE;
  private long inHour;
  private long minutes; // of the hour, in which there are records
  private long echoes;
  private boolean drops; // the current record
  private final Drops overlapping = new Drops();
  private final Drops repeating = new Drops();

  /**
   * @param countFrom records before this offset are counted in another file
   * @param repeated numbers of records whose event another record tells of
   * @param others the streams of records that are not of the file's own
   * @param retold what is not to be counted again
   */
  PieceReader(
      Worker worker,
      LogParser parser,
      Piece piece,
      long countFrom,
      BitSet repeated,
      Strangers others,
      FirstHand retold) {
    this.repeated = repeated;
    this.others = others;
    this.retold = retold;
    this.worker = worker;
    this.parser = parser;
    this.piece = piece;
    this.countFrom = countFrom;
    SessionRules rules = new SessionRules(parser.sessionIds(), parser.format().showsAuth());
    this.fold = new SessionFold(rules, piece.position() == 0, worker.names, worker);
  }

  /** Reads all of the stream, which is the piece. */
  PieceResult read(HashingStream in, ParseSettings settings) {
    PieceInput input =
        new PieceInput(
            in,
            piece.offset(),
            piece.firstRecord(),
            piece.file().id(),
            piece.stream(),
            piece.file().path(),
            this::stream);
    SortedSet<String> notes = new TreeSet<>();
    String dateOrder = null;
    PieceResult.Unread unread = null;
    RuntimeException bug = null;
    try (RecordReader opened = parser.open(input, piece.facts(), settings)) {
      reader = opened;
      try {
        for (Fate fate = opened.next(this); fate != Fate.END; fate = opened.next(this)) {
          fates[(drops ? Fate.IGNORED : fate).ordinal()]++;
          drops = false;
        }
      } finally {
        notes.addAll(opened.notes());
        dateOrder = opened.dateOrder();
      }
    } catch (IOException e) {
      long from = e instanceof TornLineException t ? t.offset() : piece.offset() + in.count();
      unread = new PieceResult.Unread(from, message(e));
    } catch (RuntimeException e) {
      bug = e;
      unread = new PieceResult.Unread(piece.offset() + in.count(), "internal error: " + e);
    }
    endHour();
    return new PieceResult(
        count(Fate.EVENTS),
        count(Fate.PART),
        count(Fate.IGNORED),
        count(Fate.REJECTED),
        rejections,
        first,
        last,
        notes,
        dateOrder,
        piece.isWhole() ? in.sha256() : null,
        in.count(),
        unread,
        overlapping.all(),
        repeating.all(),
        strangers,
        local,
        echoes,
        bug);
  }

  private static String message(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private long count(Fate fate) {
    return fates[fate.ordinal()];
  }

  /** What reaches over the ends of the piece. */
  Edges edges() {
    return fold.finish();
  }

  @Override
  public Names names() {
    return worker.names;
  }

  /** The id of the stream of a record that says of which log it is. */
  private int stream(StreamKey key) {
    if (others.isPlanned(piece, key)) {
      return others.stream(piece, key);
    }
    if (key.equals(piece.what().key())
        || strangers.size() >= MOST_STREAMS && !strangers.contains(key)) {
      return piece.stream();
    }
    strangers.add(key);
    return others.stream(piece, key);
  }

  private boolean isDropped(Origin origin) {
    Drops kept =
        origin.offset() < countFrom ? overlapping : isRepeated(origin.record()) ? repeating : null;
    if (kept != null) {
      drop(origin, kept);
    }
    return kept != null;
  }

  private boolean isRepeated(long record) {
    return record < repeated.length() && repeated.get((int) record);
  }

  private void drop(Origin origin, Drops kept) {
    if (!drops) {
      kept.records++;
    }
    drops = true;
    kept.first = Math.min(kept.first, origin.time());
    kept.last = Math.max(kept.last, origin.time());
  }

  @Override
  public void event(Event event) {
    if (isDropped(event.origin())) {
      return;
    }
    observe(event.origin(), event.time());
    if (retold.holds(event)) {
      echoes++;
      return;
    }
    long number = reader == null ? 0 : reader.logNumber();
    if (number > 0) {
      worker.numbered(event, number);
    }
    worker.accept(event);
  }

  @Override
  public void step(Step step) {
    if (isDropped(step.origin())) {
      return;
    }
    observe(step.origin(), step.time());
    fold.add(step);
  }

  private void observe(Origin origin, long time) {
    if (time >= hourEnd || time < hourBegin || origin.stream() != hourOf) {
      endHour();
      long hour = Times.hour(time);
      hourOf = origin.stream();
      hourBegin = hour * Times.HOUR;
      hourEnd = hourBegin + Times.HOUR;
    }
    if (origin.provenance().basis().isLocal()) {
      local.add(origin.stream());
    }
    inHour++;
    minutes |= 1L << (time - hourBegin) / Times.MINUTE;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }

  private void endHour() {
    if (inHour > 0) {
      worker.records(hourOf, Times.hour(hourBegin), inHour, minutes);
      inHour = 0;
      minutes = 0;
    }
  }

  @Override
  public void reject(RejectReason reason, long record, long offset, long length) {
    if (rejections.size() < FEW) {
      rejections.add(new PieceResult.Rejected(reason, record, offset, length));
    }
  }
}
