/**
 * One wide row for each event, whatever its kind: for tables, other tools' formats and the case.
 *
 * <p>{@link postmortem.event.flat.Column} is the schema: name, type, unit and meaning of each
 * column. {@link postmortem.event.flat.Flattening} makes the row of an event, and is the only place
 * that does. A {@link postmortem.event.flat.FlatRow} is an immutable value with no ids in it, so
 * that it can be kept, written to a file and read again ({@link postmortem.event.flat.RowCodec}).
 */
@NullMarked
package postmortem.event.flat;

import org.jspecify.annotations.NullMarked;
