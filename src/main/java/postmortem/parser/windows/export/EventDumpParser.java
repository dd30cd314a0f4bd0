package postmortem.parser.windows.export;

import org.jspecify.annotations.Nullable;

/**
 * An event log as {@code dumpel} and {@code psloglist -s} write it: a table without a header line
 * (windows-event-logs.md, 3); and the end of one that had a header.
 */
public final class EventDumpParser extends ExportParser {

  public EventDumpParser() {
    super(
        "windows-event-dump",
        "Windows event log, dumped by dumpel or psloglist",
        false,
        "The dump does not say the zone of its clock, and that of dumpel does not tell all values"
            + " of an event apart.");
  }

  @Override
  @Nullable TableLayout find(byte[] head) {
    TableLayout cut = HeadlessPayload.layout(head);
    return cut == null ? DumpHead.layout(head) : cut;
  }

  @Override
  TableLayout unknown() {
    return DumpHead.none();
  }
}
