package postmortem.parser.firewall;

import java.util.List;
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

/** Reads the firewall log of ISA Server 2004, 2006 and TMG in W3C format (isa-tmg.md, 5). */
public final class IsaFirewallParser implements LogParser {

  private static final Format FORMAT =
      new Format(
          "isa-firewall-w3c",
          "ISA Server and TMG firewall log, W3C",
          List.of(
              "connections through the firewall, with address and port of the client",
              "how long connections lasted and how much was sent",
              "refused connections and the rules that refused them"),
          List.of(
              "A firewall sees connections, and neither commands nor accounts: whether somebody"
                  + " logged on cannot be seen in it.",
              "A connection that was open when the log begins or ends has one row of two."),
          false);

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Confidence probe(Sample sample) {
    return new IsaSample(sample).confidence();
  }

  @Override
  public boolean joins() {
    return true;
  }

  @Override
  public Splitting splitting() {
    return Splitting.AT_LINES;
  }

  @Override
  public StreamKey stream(Sample sample) {
    return new StreamKey(new IsaSample(sample).server(), "");
  }

  @Override
  public Survey newSurvey(Sample sample, ParseSettings settings) {
    return new HeadSurvey<>(IsaState.NONE, IsaState.NONE, IsaState::after);
  }

  @Override
  public RecordReader open(PieceInput piece, FileFacts facts, ParseSettings settings) {
    IsaState state = HeadSurvey.at(facts, piece.offset(), IsaState.class, IsaState.NONE);
    return new IsaFirewallReader(piece, settings, state);
  }

  @Override
  public void mask(byte[] record) {
    HexCells.mask(record);
  }
}
