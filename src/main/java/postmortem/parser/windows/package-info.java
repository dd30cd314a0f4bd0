/**
 * The event logs of Windows: EVTX as it lies on the disk, and what people export of it as XML or,
 * on Windows 2000 and 2003, as CSV.
 *
 * <p>Each reader fills {@link postmortem.parser.windows.EventValues}; {@link
 * postmortem.parser.windows.KnownEvent} says which events tell something, and {@link
 * postmortem.parser.windows.Telling} turns the values of one into an event of ours.
 */
@NullMarked
package postmortem.parser.windows;

import org.jspecify.annotations.NullMarked;
