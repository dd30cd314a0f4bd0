/**
 * Events of Windows that an agent sent as single lines of syslog: Snare, OSSEC and Wazuh, NTsyslog
 * and evtsys.
 *
 * <p>{@link postmortem.parser.windows.line.EventLineParser} is the entry. Each agent's form finds
 * the parts of a line; what stands in the text is taken by the description that all forms share.
 */
@NullMarked
package postmortem.parser.windows.line;

import org.jspecify.annotations.NullMarked;
