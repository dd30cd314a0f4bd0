package postmortem.event;

/**
 * The connection that an event happened on: who was at the other end, and of what of ours.
 *
 * @param address id of the other side's address in {@link Names}, 0 where unknown
 * @param network six bits of a hash of the address's network (/16, or /32 of IPv6), for counting
 *     different networks roughly
 * @param port the other side's port, 0 where unknown
 * @param helo id of the name that the client gave, 0 where none
 * @param listener id of our connector, virtual server or address and port, 0 where unknown
 * @param direction who opened the connection
 * @param service what was talked to
 * @param session the session key of the steps, 0 where there is none
 */
public record Peer(
    int address,
    int network,
    int port,
    int helo,
    int listener,
    Direction direction,
    Service service,
    long session) {}
