/**
 * Event logs as text in which each event is a block of lines, as tools for the console write it.
 */
@NullMarked
package postmortem.parser.windows.block;

import org.jspecify.annotations.NullMarked;
