/** Events as XML: of {@code wevtutil}, of Event Viewer, of other readers of EVTX. */
@NullMarked
package postmortem.parser.windows.xml;

import org.jspecify.annotations.NullMarked;
