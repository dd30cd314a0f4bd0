/**
 * The binary event log of Windows NT 3.x to 2003: a ring of records, of which the record at its end
 * says what is still in force.
 */
@NullMarked
package postmortem.parser.windows.evt;

import org.jspecify.annotations.NullMarked;
