/**
 * What people export of event logs as text: tables with commas or tabs, and texts in the language
 * of the machine.
 */
@NullMarked
package postmortem.parser.windows.export;

import org.jspecify.annotations.NullMarked;
