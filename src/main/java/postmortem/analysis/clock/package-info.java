/**
 * Whose clock is right: offsets between the machines of a case, estimated from what several of them
 * saw, and refused where the evidence cannot support one (design.md, 3).
 */
@NullMarked
package postmortem.analysis.clock;

import org.jspecify.annotations.NullMarked;
