package postmortem.parser.windows;

import java.util.Locale;
import postmortem.event.Slice;
import postmortem.parser.StreamKey;

/** Which log of which machine an event is of. */
final class EventStream {

  static final StreamKey UNKNOWN = new StreamKey("", "");

  private EventStream() {}

  /** By the first label of the computer's name, because logs have it with its domain or without. */
  static StreamKey of(EventValues values) {
    Slice computer = values.slice(Field.COMPUTER);
    Slice channel = values.slice(Field.CHANNEL);
    return new StreamKey(
        computer == null ? "" : label(computer), channel == null ? "" : channel.toString());
  }

  private static String label(Slice computer) {
    int dot = computer.indexOf('.');
    return computer.part(0, dot < 0 ? computer.length() : dot).toString().toUpperCase(Locale.ROOT);
  }
}
