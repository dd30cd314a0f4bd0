package postmortem.parser.firewall;

import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Direction;

/**
 * Which way a connection goes: by the networks that the firewall names, else by its addresses.
 *
 * <p>Only the networks that every ISA Server has tell anything; a network that an administrator
 * made up, or a name in another language, tells nothing.
 */
final class Networks {

  private static final String EXTERNAL = "External";
  private static final String INTERNAL = "Internal";
  private static final String LOCAL_HOST = "Local Host";

  private Networks() {}

  static Direction direction(IsaRow row, @Nullable Address source, @Nullable Address destination) {
    if (row.is(Column.SOURCE_NETWORK, EXTERNAL)) {
      return Direction.IN;
    }
    if (row.is(Column.DESTINATION_NETWORK, EXTERNAL)) {
      return Direction.OUT; // of the local host too: a mail server may run on the firewall
    }
    if (isOurs(row, Column.SOURCE_NETWORK)) {
      return Direction.INTERNAL;
    }
    boolean fromOutside = source != null && !source.isPrivate();
    boolean toOutside = destination != null && !destination.isPrivate();
    boolean toUs = isOurs(row, Column.DESTINATION_NETWORK) || destination != null && !toOutside;
    if (fromOutside && toUs) {
      return Direction.IN;
    }
    return source != null && !fromOutside && toOutside ? Direction.OUT : Direction.INTERNAL;
  }

  private static boolean isOurs(IsaRow row, Column network) {
    return row.is(network, INTERNAL) || row.is(network, LOCAL_HOST);
  }
}
