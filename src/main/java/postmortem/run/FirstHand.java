package postmortem.run;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Rates;
import postmortem.analysis.StreamInfo;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Times;

/**
 * Which hours of which machine's mail the logs tell of that were read before: what is told of them
 * at a farther hand, as by message tracking, is the same mail and is not counted again.
 */
final class FirstHand {

  /** Before anything was read. */
  static final FirstHand NOTHING = new FirstHand(List.of());

  private record Told(String machine, Direction direction, int hour) {}

  private final List<StreamInfo> streams;
  private final Set<Told> told = new HashSet<>();

  private FirstHand(List<StreamInfo> streams) {
    this.streams = streams;
  }

  /**
   * @param rates of all logs that were read, by their own clocks
   */
  static FirstHand of(Plan plan, Rates rates) {
    FirstHand known = new FirstHand(plan.streams());
    for (List<Piece> task : plan.tasks()) {
      for (Piece piece : task) {
        Set<Direction> mail = Objects.requireNonNull(piece.what().parser()).mail();
        if (!mail.isEmpty()) {
          String machine = plan.streams().get(piece.stream()).machine();
          for (int hour : rates.hours(Rates.Series.RECORDS, piece.stream())) {
            mail.forEach(direction -> known.told.add(new Told(machine, direction, hour)));
          }
        }
      }
    }
    return known;
  }

  /** Is the event mail that another log of its machine tells of? */
  boolean holds(Event event) {
    Direction direction = told.isEmpty() ? null : direction(event);
    return direction != null
        && event.origin().stream() < streams.size() // else a log that has no stream yet
        && told.contains(
            new Told(
                streams.get(event.origin().stream()).machine(),
                direction,
                Times.hour(event.time())));
  }

  private static @Nullable Direction direction(Event event) {
    return switch (event.kind()) {
      case SESSION -> ((Event.Session) event).peer().direction();
      case MESSAGE -> ((Event.Message) event).peer().direction();
      case RECIPIENT -> ((Event.Recipient) event).peer().direction();
      case DELIVERY, DSN -> Direction.OUT;
      case CONNECTION, AUTH_ATTEMPT, LOGON, ACCOUNT_CHANGE, AUDIT, ALERT -> null;
    };
  }
}
