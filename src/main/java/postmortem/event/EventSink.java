package postmortem.event;

/** Takes events, one after the other. */
@FunctionalInterface
public interface EventSink {

  /** What is kept of the event beyond this call is copied, or is an id. */
  void accept(Event event);
}
