/**
 * The binary event log of Windows Vista and later: chunks of records in binary XML, read through
 * plans that are made once for each template.
 */
@NullMarked
package postmortem.parser.windows.evtx;

import org.jspecify.annotations.NullMarked;
