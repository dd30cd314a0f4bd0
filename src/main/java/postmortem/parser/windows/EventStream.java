package postmortem.parser.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import postmortem.event.Names;
import postmortem.event.Slice;
import postmortem.parser.Fate;
import postmortem.parser.StreamKey;

/** Which log of which machine an event is of. */
public final class EventStream {

  /** Of a log that names no machine. */
  public static final StreamKey UNKNOWN = new StreamKey("", "");

  private EventStream() {}

  /** Opens a reader. */
  @FunctionalInterface
  public interface Opening {
    EventReader open() throws IOException;
  }

  /** By the first label of the computer's name, because logs have it with its domain or without. */
  public static StreamKey of(EventValues values) {
    Slice computer = values.slice(Field.COMPUTER);
    Slice channel = values.slice(Field.CHANNEL);
    return new StreamKey(
        computer == null ? "" : label(computer), channel == null ? "" : channel.toString());
  }

  /** An address, as syslog may have it, has no label. */
  private static String label(Slice computer) {
    int dot = computer.address() == null ? computer.indexOf('.') : -1;
    return computer.part(0, dot < 0 ? computer.length() : dot).toString().toUpperCase(Locale.ROOT);
  }

  /**
   * The stream of the first event that names its computer, else of the first event; null where
   * there is none.
   *
   * @param sample opens a reader of memory
   */
  public static @Nullable StreamKey first(Opening sample) {
    StreamKey found = null;
    try (EventReader head = sample.open()) {
      Ignoring sink = new Ignoring(new Names());
      for (Fate fate = head.next(sink); fate != Fate.END; fate = head.next(sink)) {
        if (fate != Fate.REJECTED && head.values().id() > 0) {
          StreamKey key = of(head.values());
          found = found == null || !key.server().isEmpty() ? key : found;
          if (!found.server().isEmpty()) {
            return found;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return found;
  }
}
