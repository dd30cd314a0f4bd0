/**
 * Event logs as JSON, in the shapes that the usual tools give them: one object is an event.
 *
 * <p>{@link postmortem.parser.windows.json.EventJsonParser} is the entry. Objects are cut out of
 * the stream and scanned as bytes; no tree is built.
 */
@NullMarked
package postmortem.parser.windows.json;

import org.jspecify.annotations.NullMarked;
