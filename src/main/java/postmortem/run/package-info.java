/**
 * Drives parsers and detectors over evidence: recognises files, lines them up as streams, cuts
 * large ones into pieces, reads the pieces on several threads, puts the parts together, and sweeps.
 *
 * <p>Start with {@link postmortem.run.Analysis}. {@link postmortem.run.BuiltIns} lists what is
 * built in. This is the lowest floor that knows threads.
 */
@NullMarked
package postmortem.run;

import org.jspecify.annotations.NullMarked;
