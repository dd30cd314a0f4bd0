package postmortem.parser.exchange;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Slice;

/**
 * Rows that stand together and tell that one message was taken: one for each recipient, of the same
 * stage, message id and client (exchange-logs.md, 1). Reused for each message.
 *
 * <p>Of a message to very many only the domains are kept, as parts of the rows' blocks.
 */
final class OldTrackingGroup {

  private final RecipientDomains domains = new RecipientDomains();
  private @Nullable Origin origin;
  private int stage;
  private boolean fromClient;
  private @Nullable Slice messageId;
  private @Nullable Slice client;
  private @Nullable Slice sender;
  private long size;
  private long recipients;

  boolean isEmpty() {
    return origin == null;
  }

  void clear() {
    origin = null;
    domains.clear();
  }

  void begin(OldTrackingRow row, Origin first, boolean comesFromClient) {
    origin = first;
    stage = row.event();
    fromClient = comesFromClient;
    messageId = row.slice(OldTrackingRow.MESSAGE_ID);
    client = row.slice(OldTrackingRow.CLIENT);
    sender = TrackingEvents.bare(row.slice(OldTrackingRow.SENDER));
    size = Math.max(0, row.number(OldTrackingRow.SIZE));
    recipients = 0;
  }

  void add(OldTrackingRow row) {
    domains.add(row.slice(OldTrackingRow.RECIPIENT));
    recipients = Math.max(recipients, row.number(OldTrackingRow.RECIPIENTS));
  }

  /** Is a row of the same message? Rows without a message id are messages of their own. */
  boolean holds(OldTrackingRow row) {
    return row.event() == stage
        && messageId != null
        && Objects.equals(messageId, row.slice(OldTrackingRow.MESSAGE_ID))
        && Objects.equals(client, row.slice(OldTrackingRow.CLIENT));
  }

  /** Where there is no client, it is the server itself: a pick-up folder, or another service. */
  Event event(Names names) {
    Address address = fromClient && client != null ? client.address() : null;
    Direction direction = fromClient && client != null ? Direction.IN : Direction.INTERNAL;
    return TrackingEvents.message(
        Objects.requireNonNull(origin),
        TrackingEvents.peer(address, direction, names),
        sender,
        TrackingEvents.bare(messageId),
        size,
        (int) recipients,
        domains,
        names);
  }
}
