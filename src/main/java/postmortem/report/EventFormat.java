package postmortem.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The formats in which events are written. */
public enum EventFormat {
  /** Our own columns, as objects of one line. */
  JSONL {
    @Override
    EventWriter writer(OutputStream out, String version) {
      return new EventJson(out, new EventColumns());
    }
  },
  /** Our own columns, as a table (RFC 4180). */
  CSV {
    @Override
    EventWriter writer(OutputStream out, String version) throws IOException {
      return new EventCsv(out);
    }
  },
  /** JSON lines for Timesketch. */
  TIMESKETCH {
    @Override
    EventWriter writer(OutputStream out, String version) {
      return new EventJson(out, new EventTimesketch());
    }
  },
  /** JSON lines in the Elastic Common Schema. */
  ECS {
    @Override
    EventWriter writer(OutputStream out, String version) {
      return new EventJson(out, new EventEcs());
    }
  },
  /** JSON lines in the Open Cybersecurity Schema Framework. */
  OCSF {
    @Override
    EventWriter writer(OutputStream out, String version) {
      return new EventJson(out, new EventOcsf(version));
    }
  };

  /** As {@code --format} spells it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract EventWriter writer(OutputStream out, String version) throws IOException;

  /**
   * Begins a file.
   *
   * @param out stays open
   * @param version of the tool, which some formats tell
   * @throws IOException where {@code out} fails
   */
  public EventWriter open(OutputStream out, String version) throws IOException {
    return writer(out, version);
  }
}
