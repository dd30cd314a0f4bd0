package postmortem.run;

import java.util.List;
import postmortem.analysis.Detector;
import postmortem.analysis.auth.BackgroundDetector;
import postmortem.analysis.auth.GuessingDetector;
import postmortem.analysis.auth.LockoutDetector;
import postmortem.analysis.auth.NamelessGuessingDetector;
import postmortem.analysis.auth.StaleCredentialDetector;
import postmortem.analysis.auth.SuspectedDetector;
import postmortem.analysis.integrity.GapDetector;
import postmortem.analysis.integrity.LogClearedDetector;
import postmortem.analysis.ndr.FailureReportDetector;
import postmortem.analysis.ndr.PartnerOutageDetector;
import postmortem.analysis.ndr.ReputationDetector;
import postmortem.analysis.relay.AccountSpamDetector;
import postmortem.analysis.relay.HarvestDetector;
import postmortem.analysis.relay.InsideHostDetector;
import postmortem.analysis.relay.RelayDetector;
import postmortem.parser.LogParser;
import postmortem.parser.exchange.OldTrackingParser;
import postmortem.parser.exchange.SmtpReceiveParser;
import postmortem.parser.exchange.SmtpSendParser;
import postmortem.parser.exchange.TrackingParser;
import postmortem.parser.firewall.IsaFirewallParser;
import postmortem.parser.iis.IisSmtpParser;
import postmortem.parser.windows.block.EvtexportParser;
import postmortem.parser.windows.block.WevtutilParser;
import postmortem.parser.windows.evt.EvtParser;
import postmortem.parser.windows.evtx.EvtxParser;
import postmortem.parser.windows.export.EventDumpParser;
import postmortem.parser.windows.export.EventTableParser;
import postmortem.parser.windows.export.EventViewerCsvParser;
import postmortem.parser.windows.json.EventJsonParser;
import postmortem.parser.windows.line.EventLineParser;
import postmortem.parser.windows.xml.EventXmlParser;

/** Everything that is built in, one line each, sorted. */
public final class BuiltIns {

  private static final List<LogParser> PARSERS =
      List.of(
          new EventViewerCsvParser(),
          new EvtParser(),
          new EvtexportParser(),
          new EvtxParser(),
          new SmtpReceiveParser(),
          new SmtpSendParser(),
          new TrackingParser(),
          new OldTrackingParser(),
          new IisSmtpParser(),
          new IsaFirewallParser(),
          new WevtutilParser(),
          new EventTableParser(),
          new EventDumpParser(),
          new EventJsonParser(),
          new EventLineParser(),
          new EventXmlParser());

  private static final List<Detector> DETECTORS =
      List.of(
          new AccountSpamDetector(),
          new BackgroundDetector(),
          new FailureReportDetector(),
          new GapDetector(),
          new GuessingDetector(),
          new HarvestDetector(),
          new InsideHostDetector(),
          new LockoutDetector(),
          new LogClearedDetector(),
          new NamelessGuessingDetector(),
          new PartnerOutageDetector(),
          new RelayDetector(),
          new ReputationDetector(),
          new StaleCredentialDetector(),
          new SuspectedDetector());

  private BuiltIns() {}

  /** All parsers, by format id. */
  public static List<LogParser> parsers() {
    return PARSERS;
  }

  /** All detectors, by id. */
  public static List<Detector> detectors() {
    return DETECTORS;
  }
}
