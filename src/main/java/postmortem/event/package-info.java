/**
 * What happened: the closed family of events, the steps that make them, and where each was read.
 *
 * <p>Start with {@link postmortem.event.Event}. Everything here is an immutable value and knows no
 * log format, no file and no thread; {@link postmortem.event.Names} is the one exception, a table
 * that one worker owns. Texts are {@linkplain postmortem.event.Slice slices} of blocks that stay in
 * memory as long as the slice does: whatever is kept beyond the handling of one event is copied or
 * is an id of {@code Names}.
 */
@NullMarked
package postmortem.event;

import org.jspecify.annotations.NullMarked;
