/** What was done to the evidence itself: logs cleared, records missing. */
@NullMarked
package postmortem.analysis.integrity;

import org.jspecify.annotations.NullMarked;
