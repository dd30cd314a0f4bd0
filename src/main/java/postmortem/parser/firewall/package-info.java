/**
 * Logs of firewalls: who connected to what, when, for how long, and what was refused.
 *
 * <p>{@link postmortem.parser.firewall.IsaFirewallParser} reads the firewall log of ISA Server. A
 * row is complete in itself, so that each gives an event or none.
 */
@NullMarked
package postmortem.parser.firewall;

import org.jspecify.annotations.NullMarked;
