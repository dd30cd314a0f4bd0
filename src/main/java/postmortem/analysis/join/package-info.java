/**
 * One attempt that several logs tell of made one, and given the address that another log knows
 * (detection-methods.md, 3).
 */
@NullMarked
package postmortem.analysis.join;

import org.jspecify.annotations.NullMarked;
