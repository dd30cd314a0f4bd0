package postmortem.parser.windows.export;

import org.jspecify.annotations.Nullable;

/**
 * An event log as a table with a header line: by Event Viewer since Vista in any language,
 * PowerShell, Log Parser, EvtxECmd (windows-event-logs.md, 3).
 */
public final class EventTableParser extends ExportParser {

  public EventTableParser() {
    super(
        "windows-event-csv",
        "Windows event log as a table with a header line",
        true,
        "Most tools write the times of a local clock, and not its zone; Event Viewer writes neither"
            + " the computer nor the number of an event.");
  }

  @Override
  @Nullable TableLayout find(byte[] head) {
    return TableHead.layout(head);
  }

  @Override
  TableLayout unknown() {
    return TableHead.viewerBy((byte) ',', false, 1, false);
  }
}
