package postmortem.parser.exchange;

import postmortem.parser.Confidence;
import postmortem.parser.FileFacts;
import postmortem.parser.Format;
import postmortem.parser.HeadSurvey;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.Sample;
import postmortem.parser.Splitting;
import postmortem.parser.StreamKey;
import postmortem.parser.Survey;

/** What the two protocol logs have in common: all but their direction and their server's name. */
abstract sealed class SmtpProtocolParser implements LogParser
    permits SmtpReceiveParser, SmtpSendParser {

  private final LogKind kind;
  private final Format format;

  SmtpProtocolParser(LogKind kind, Format format) {
    this.kind = kind;
    this.format = format;
  }

  @Override
  public final Format format() {
    return format;
  }

  @Override
  public final Confidence probe(Sample sample) {
    return new SampleRows(sample).confidence(kind);
  }

  /** At lines: a quoted field never spans them, because Exchange escapes line ends. */
  @Override
  public final Splitting splitting() {
    return Splitting.AT_LINES;
  }

  @Override
  public final StreamKey stream(Sample sample) {
    LogPath path = new LogPath(sample.path());
    String named = kind == LogKind.RECEIVE ? new SampleRows(sample).server() : "";
    return new StreamKey(named.isEmpty() ? path.server() : named, path.role());
  }

  @Override
  public final Survey newSurvey(Sample sample, ParseSettings settings) {
    return new HeadSurvey<>(Layout.USUAL, Layout.UNKNOWN, Layout::after);
  }

  @Override
  public final RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    Layout layout = HeadSurvey.at(facts, piece.offset(), Layout.class, Layout.USUAL);
    return new SmtpLogReader(piece, settings, kind, layout);
  }

  @Override
  public final void mask(byte[] record) {
    Secrets.mask(record);
  }
}
