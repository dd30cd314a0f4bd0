package postmortem.analysis.auth;

import postmortem.analysis.Context;
import postmortem.event.Address;
import postmortem.event.Hash;

/**
 * The site whose facts are being swept: an IPv4 address, or the addresses of one IPv6 /64, which
 * follow each other in the order of sources (design.md, 6).
 */
final class Site {

  private final Context context;
  private int source;
  private int id;
  private Address network = new Address(0, 0);

  Site(Context context) {
    this.context = context;
  }

  /** Would a fact of this source be one of another site? */
  boolean isLeftFor(int next) {
    return next != source && (id == 0 || !networkOf(next).equals(network));
  }

  /** A fact of this source is next. */
  void arrive(int next) {
    if (isLeftFor(next)) {
      id = next;
      network = networkOf(next);
    }
    source = next;
  }

  private Address networkOf(int other) {
    Address address = context.address(other);
    return address == null ? network : address.site();
  }

  /** The id of its first address. */
  int id() {
    return id;
  }

  /** Is it one of ours? */
  boolean isInside() {
    return context.inside(id);
  }

  /** The hash that decides what is left out when there are too many; of a site by its id. */
  static long hash(Context context, int id) {
    Address address = context.address(id);
    Address key = address == null ? new Address(0, 0) : address.site();
    return Hash.mix(key.high(), key.low());
  }
}
