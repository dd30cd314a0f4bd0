package postmortem.parser.exchange;

import java.util.List;
import java.util.Set;
import postmortem.event.Direction;
import postmortem.parser.Confidence;
import postmortem.parser.FileFacts;
import postmortem.parser.Format;
import postmortem.parser.Hand;
import postmortem.parser.LogParser;
import postmortem.parser.NoSurvey;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.Sample;
import postmortem.parser.Splitting;
import postmortem.parser.StreamKey;
import postmortem.parser.Survey;

/** Reads message tracking logs of Exchange 2000 and 2003 (exchange-logs.md, 1). */
public final class OldTrackingParser implements LogParser {

  private static final Format FORMAT =
      new Format(
          "exchange-tracking-2003",
          "Exchange 2000 and 2003 message tracking",
          List.of(
              "messages from clients and from mailboxes, with senders, recipients and sizes",
              "recipients that were handed to other servers, and those that were given up",
              "reports of failure that were made here"),
          List.of(
              "Message tracking records messages that were taken: neither sessions nor AUTH, and"
                  + " nothing that was refused.",
              "It does not say under which account a message came, nor why another server refused"
                  + " one."),
          false);

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Confidence probe(Sample sample) {
    return new OldTrackingSample(sample).confidence();
  }

  @Override
  public Hand hand() {
    return Hand.SECOND;
  }

  @Override
  public Set<Direction> mail() {
    return Set.of(Direction.OUT); // what clients were refused is not in it
  }

  /** Never: rows that stand together make one message. */
  @Override
  public Splitting splitting() {
    return Splitting.NEVER;
  }

  @Override
  public StreamKey stream(Sample sample) {
    return new StreamKey(new OldTrackingSample(sample).server(), "tracking");
  }

  @Override
  public Survey newSurvey(Sample sample, ParseSettings settings) {
    return new NoSurvey();
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    return new OldTrackingReader(piece, settings);
  }

  /** There is nothing to mask: tracking has no part of an AUTH exchange. */
  @Override
  public void mask(byte[] record) {
    // see above
  }
}
