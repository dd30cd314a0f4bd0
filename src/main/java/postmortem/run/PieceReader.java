package postmortem.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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
import postmortem.text.TornLineException;

/** Reads one piece: counts the fates of its records, and hands events and steps on. */
final class PieceReader implements RecordSink {

  private static final int FEW = 20;

  private final Worker worker;
  private final LogParser parser;
  private final Piece piece;
  private final long countFrom;
  private final FirstHand retold;
  private final SessionFold fold;
  private final long[] fates = new long[Fate.values().length];
  private final List<PieceResult.Rejected> rejections = new ArrayList<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long hourEnd = Long.MIN_VALUE;
  private long hourBegin = Long.MAX_VALUE;
  private long inHour;
  private long minutes; // of the hour, in which there are records
  private long echoes;
  private boolean drops; // the current record
  private long dropped;
  private long firstDropped = Long.MAX_VALUE;
  private long lastDropped = Long.MIN_VALUE;

  /**
   * @param countFrom records before this offset are counted in another file
   * @param retold what is not to be counted again
   */
  PieceReader(Worker worker, LogParser parser, Piece piece, long countFrom, FirstHand retold) {
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
            piece.file().path());
    SortedSet<String> notes = new TreeSet<>();
    String dateOrder = null;
    PieceResult.Unread unread = null;
    RuntimeException bug = null;
    try (RecordReader reader = parser.open(input, piece.facts(), settings)) {
      try {
        for (Fate fate = reader.next(this); fate != Fate.END; fate = reader.next(this)) {
          fates[(drops ? Fate.IGNORED : fate).ordinal()]++;
          dropped += drops ? 1 : 0;
          drops = false;
        }
      } finally {
        notes.addAll(reader.notes());
        dateOrder = reader.dateOrder();
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
        dropped == 0 ? null : new PieceResult.Dropped(dropped, firstDropped, lastDropped),
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

  private boolean isDropped(Origin origin) {
    if (origin.offset() >= countFrom) {
      return false;
    }
    drops = true;
    firstDropped = Math.min(firstDropped, origin.time());
    lastDropped = Math.max(lastDropped, origin.time());
    return true;
  }

  @Override
  public void event(Event event) {
    if (isDropped(event.origin())) {
      return;
    }
    observe(event.time());
    if (retold.holds(event)) {
      echoes++;
      return;
    }
    worker.accept(event);
  }

  @Override
  public void step(Step step) {
    if (isDropped(step.origin())) {
      return;
    }
    observe(step.time());
    fold.add(step);
  }

  private void observe(long time) {
    if (time >= hourEnd || time < hourBegin) {
      endHour();
      long hour = Times.hour(time);
      hourBegin = hour * Times.HOUR;
      hourEnd = hourBegin + Times.HOUR;
    }
    inHour++;
    minutes |= 1L << (time - hourBegin) / Times.MINUTE;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }

  private void endHour() {
    if (inHour > 0) {
      worker.records(piece.stream(), Times.hour(hourBegin), inHour, minutes);
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
