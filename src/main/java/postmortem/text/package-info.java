/**
 * From bytes to fields: line cutting, ASCII numbers and times, W3C and CSV tokens.
 *
 * <p>Nothing here makes a String for a record, and nothing knows a format.
 */
@NullMarked
package postmortem.text;

import org.jspecify.annotations.NullMarked;
