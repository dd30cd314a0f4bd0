/**
 * The event logs of Windows, whatever form they are in: each form has a folder below this one.
 *
 * <p>A reader ({@link postmortem.parser.windows.EventReader}) fills {@link
 * postmortem.parser.windows.EventValues}; {@link postmortem.parser.windows.KnownEvent} says which
 * events tell something, and {@link postmortem.parser.windows.Telling} turns the values of one into
 * an event of ours.
 */
@NullMarked
package postmortem.parser.windows;

import org.jspecify.annotations.NullMarked;
