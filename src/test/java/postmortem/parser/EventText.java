package postmortem.parser;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Reason;
import postmortem.event.Slice;
import postmortem.event.Step;
import postmortem.event.TextSpace;

/**
 * Events and steps as lines of text: what is absent is left out, ids are replaced by what they
 * stand for, and sessions are counted in order of their first record.
 */
final class EventText {

  private static final Map<String, TextSpace> TEXT_IDS =
      Map.of(
          "mechanism", TextSpace.LABEL,
          "account", TextSpace.ACCOUNT,
          "domain", TextSpace.DOMAIN,
          "otherDomain", TextSpace.DOMAIN,
          "blocklist", TextSpace.LABEL,
          "server", TextSpace.LABEL,
          "helo", TextSpace.HELO,
          "listener", TextSpace.LABEL);

  private final Names names;
  private final Map<Long, Integer> sessions = new HashMap<>();

  EventText(Names names) {
    this.names = names;
  }

  String of(Step step) {
    StringBuilder out = new StringBuilder(place(step.origin()));
    out.append(' ').append(step.direction()).append(' ').append(step.kind());
    put(out, "status", step.status() == Step.PENDING ? "pending" : step.status());
    Origin origin = step.origin();
    put(out, "peer", origin.slice(step.peer()));
    put(out, "local", origin.slice(step.local()));
    put(out, "listener", origin.slice(step.listener()));
    put(out, "helo", origin.slice(step.helo()));
    put(out, "text", origin.slice(step.text()));
    put(out, "number", step.number());
    put(out, "reason", step.reason());
    put(out, "session", session(step.session()));
    return out.toString();
  }

  String of(Event event) {
    StringBuilder out = new StringBuilder(place(event.origin()));
    out.append(' ').append(event.kind());
    components(out, (Record) event);
    return out.toString();
  }

  private void components(StringBuilder out, Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value;
      try {
        component.getAccessor().setAccessible(true);
        value = component.getAccessor().invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
      String name = component.getName();
      if (value instanceof postmortem.event.Peer peer) {
        components(out, peer);
      } else if (name.equals("session")) {
        put(out, name, (long) value == 0 ? null : session((long) value));
      } else if (name.equals("address")) {
        put(out, name, names.address((int) value));
      } else if (TEXT_IDS.containsKey(name)) {
        put(out, name, names.text(TEXT_IDS.get(name), (int) value));
      } else if (!(value instanceof Origin)) {
        put(out, name, value);
      }
    }
  }

  private String session(long key) {
    return "s" + sessions.computeIfAbsent(key, k -> sessions.size() + 1);
  }

  private static String place(Origin origin) {
    return "%d @%d+%d %s %s %s"
        .formatted(
            origin.record(),
            origin.offset(),
            origin.length(),
            origin.instant(),
            origin.provenance().precision(),
            origin.provenance().basis());
  }

  private static void put(StringBuilder out, String name, @Nullable Object value) {
    if (value == null
        || value.equals(0)
        || value.equals(0L)
        || value.equals(false)
        || value == Reason.NONE
        || value.equals(List.of())) {
      return;
    }
    out.append(' ').append(name).append('=');
    out.append(value instanceof Slice slice ? quoted(slice.bytes()) : value.toString());
  }

  /** Bytes as ASCII, everything else escaped. */
  static String quoted(byte[] bytes) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : bytes) {
      if (b == '"' || b == '\\') {
        out.append('\\').append((char) b);
      } else if (b >= ' ' && b < 127) {
        out.append((char) b);
      } else {
        out.append("\\x%02x".formatted(b & 0xff));
      }
    }
    return out.append('"').toString();
  }
}
