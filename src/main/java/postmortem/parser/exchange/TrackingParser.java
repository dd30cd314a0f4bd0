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

/** Reads message tracking logs of Exchange 2007 and later (exchange-logs.md, 4). */
public final class TrackingParser implements LogParser {

  private static final Format FORMAT =
      new Format(
          "exchange-tracking",
          "Exchange message tracking",
          List.of(
              "messages from clients and from mailboxes, with senders, recipients and sizes",
              "recipients that were handed to other servers",
              "recipients that were given up, with the reply of the server that refused them",
              "reports of failure that were made here"),
          List.of(
              "Message tracking records messages that were taken: neither sessions nor AUTH, and"
                  + " nothing that was refused.",
              "It does not say under which account a message came."),
          false);

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Confidence probe(Sample sample) {
    return new TrackingSample(sample).confidence();
  }

  @Override
  public Hand hand() {
    return Hand.SECOND;
  }

  @Override
  public Set<Direction> mail() {
    return Set.of(Direction.OUT); // what clients were refused is not in it
  }

  /** Never: a day's file is small. */
  @Override
  public Splitting splitting() {
    return Splitting.NEVER;
  }

  @Override
  public StreamKey stream(Sample sample) {
    return new StreamKey(new TrackingSample(sample).server(), "tracking");
  }

  @Override
  public Survey newSurvey(Sample sample, ParseSettings settings) {
    return new NoSurvey();
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    return new TrackingReader(piece, settings);
  }

  /** There is nothing to mask: tracking has no part of an AUTH exchange. */
  @Override
  public void mask(byte[] record) {
    // see above
  }
}
