package postmortem.analysis.session;

import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Direction;
import postmortem.event.Names;
import postmortem.event.Peer;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.Span;
import postmortem.event.Step;
import postmortem.event.StepKind;
import postmortem.event.TextSpace;

/** Who is at the other end of a session, as far as its records have told. */
final class OtherSide {

  private @Nullable Peer peer;
  private @Nullable Names peerNames; // that the peer's ids are of
  private int generation; // of these names
  private final Direction direction;
  private final long session;
  private final int localPort;
  private @Nullable Slice listener;
  private @Nullable Address address;
  private int port;
  private @Nullable Slice helo;

  /**
   * @param step the first of the session
   */
  OtherSide(Step step) {
    direction = step.direction();
    session = step.session();
    byte[] block = step.origin().block();
    long where = Endpoint.address(block, step.peer());
    address = Address.parse(block, Span.start(where), Span.end(where));
    port = Endpoint.port(block, step.peer());
    localPort = Endpoint.port(block, step.local());
    listener = step.origin().slice(step.listener());
    helo = step.kind() == StepKind.HELO ? null : step.origin().slice(step.helo());
  }

  void greets(Slice name) {
    helo = name;
    peer = null;
  }

  /** Has it told its HELO name? */
  boolean isGreeted() {
    return helo != null;
  }

  /** What was taken for the client is a front end that speaks for it. */
  void isReally(Address client, int itsPort) {
    address = client;
    port = itsPort;
    peer = null;
  }

  Direction direction() {
    return direction;
  }

  /** With ids of these names. */
  Peer peer(Names names) {
    Peer known = peer;
    if (known == null || peerNames != names || generation != names.generation()) {
      known =
          new Peer(
              names.address(address),
              network(address),
              port,
              names.text(TextSpace.HELO, helo),
              names.text(TextSpace.LABEL, listener),
              direction,
              Service.ofMailPort(localPort),
              session);
      peer = known;
      peerNames = names;
      generation = names.generation();
    }
    return known;
  }

  private static int network(@Nullable Address address) {
    return address == null ? 0 : (int) (address.owner().hash64() >>> 58);
  }

  /** Lets go of blocks and of ids, so that it can be kept and handed on. */
  void detach() {
    peer = null;
    peerNames = null;
    listener = listener == null ? null : listener.detached();
    helo = helo == null ? null : helo.detached();
  }
}
