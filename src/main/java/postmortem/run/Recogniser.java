package postmortem.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import postmortem.evidence.Sampler;
import postmortem.evidence.Samples;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.FileFacts;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.Sample;

/**
 * Finds the parser of a file: the most confident one; among equals the first by format id, and the
 * tie is reported.
 */
final class Recogniser implements Sampler<Recognised> {

  private static final byte[] NOTHING = {};

  private final List<LogParser> parsers;
  private final RunSettings settings;

  Recogniser(List<LogParser> parsers, RunSettings settings) {
    this.parsers = parsers;
    this.settings = settings;
  }

  @Override
  public Recognised look(Samples s) {
    Sample sample = new Sample(s.path(), s.size(), s.head(), s.middle(), s.tail());
    String forced = PathRule.last(settings.parsers(), s.path());
    List<String> notes = new ArrayList<>();
    LogParser best = null;
    Confidence confidence = Confidence.NONE;
    if (forced != null) {
      best = byId(forced);
      confidence = best.probe(sample);
      notes.add("The format was told, not recognised.");
    } else {
      for (LogParser parser : parsers) {
        Confidence c = parser.probe(sample);
        if (c.compareTo(confidence) > 0) {
          best = parser;
          confidence = c;
          notes.clear();
        } else if (best != null && c == confidence && c != Confidence.NONE) {
          notes.add("It could as well be " + parser.format().id() + "; use --parser to decide.");
        }
      }
    }
    Sample small = new Sample(s.path(), s.size(), NOTHING, NOTHING, NOTHING);
    if (best == null) {
      return new Recognised(null, Confidence.NONE, null, Long.MAX_VALUE, small, notes);
    }
    boolean pieces = s.size() > settings.pieceBytes();
    return new Recognised(
        best,
        confidence,
        best.stream(sample),
        firstTime(best, sample),
        pieces ? sample : small,
        notes);
  }

  private LogParser byId(String id) {
    for (LogParser parser : parsers) {
      if (parser.format().id().equals(id)) {
        return parser;
      }
    }
    throw new IllegalArgumentException("no format " + id); // the settings were checked
  }

  private long firstTime(LogParser parser, Sample sample) {
    FirstTime first = new FirstTime();
    PieceInput head =
        new PieceInput(new ByteArrayInputStream(sample.head()), 0, 1, 0, 0, sample.path());
    try (RecordReader reader = parser.open(head, FileFacts.NONE, parseSettings(sample.path()))) {
      while (first.time() == Long.MAX_VALUE && reader.next(first) != Fate.END) {
        // until a record has a time
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail", e);
    }
    return first.time();
  }

  /** What was told about the file. */
  ParseSettings parseSettings(String ledgerPath) {
    Integer year = PathRule.last(settings.years(), ledgerPath);
    return new ParseSettings(
        PathRule.last(settings.zones(), ledgerPath),
        year == null ? 0 : year,
        PathRule.last(settings.dateOrders(), ledgerPath),
        settings.limits().line(),
        settings.leftovers());
  }

  int maxLine() {
    return settings.limits().line();
  }
}
