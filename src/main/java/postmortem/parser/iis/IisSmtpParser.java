package postmortem.parser.iis;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import postmortem.event.Direction;
import postmortem.parser.Confidence;
import postmortem.parser.FileFacts;
import postmortem.parser.Format;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.Sample;
import postmortem.parser.Splitting;
import postmortem.parser.StreamKey;
import postmortem.parser.Survey;

/**
 * Reads W3C extended logs of the Windows SMTP service and of Exchange 2000 and 2003 (iis-smtp.md).
 */
public final class IisSmtpParser implements LogParser {

  private static final Format FORMAT =
      new Format(
          "iis-smtp-w3c",
          "IIS SMTP service, W3C extended",
          List.of(
              "client addresses and HELO names",
              "envelope senders and recipients",
              "reply codes to clients",
              "message ids and sizes",
              "outgoing commands and the replies of remote servers"),
          List.of(
              "This log does not record AUTH: neither attempts nor accounts can be seen in it.",
              "It records the code of a reply to a client, and not its text.",
              "It records neither client ports nor session ids: parallel sessions from one address"
                  + " under one HELO name cannot be told apart.",
              "It records no end of a connection that was dropped.",
              "Logging is off until somebody switches it on: a missing file does not mean that"
                  + " there was no traffic."),
          false);

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Confidence probe(Sample sample) {
    W3cSample seen = new W3cSample(sample);
    if (seen.smtp() > 0 && seen.header()) {
      return seen.smtp() >= seen.bad() ? Confidence.CERTAIN : Confidence.LIKELY;
    }
    if (seen.smtp() > 1) {
      return Confidence.LIKELY;
    }
    if (seen.smtp() == 1) {
      return Confidence.POSSIBLE;
    }
    boolean folder = !FileNames.site(sample.path()).isEmpty();
    return folder && seen.mayBeEmptyLog() ? Confidence.LIKELY : Confidence.NONE;
  }

  @Override
  public Splitting splitting() {
    return Splitting.AT_LINES;
  }

  /** Where no column tells server or site, the nearest folders that look like their names do. */
  @Override
  public StreamKey stream(Sample sample) {
    W3cSample seen = new W3cSample(sample);
    return new StreamKey(
        seen.server().isEmpty() ? FileNames.server(sample.path()) : seen.server(),
        seen.site().isEmpty() ? FileNames.site(sample.path()) : seen.site());
  }

  @Override
  public Survey newSurvey(Sample sample, ParseSettings settings) {
    return new W3cSurvey(sample.path());
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    return new IisSmtpReader(piece, facts, settings);
  }

  @Override
  public void mask(byte[] record) {
    Secrets.mask(record);
  }

  @Override
  public Set<Direction> mail() {
    return EnumSet.of(Direction.IN, Direction.OUT);
  }
}
