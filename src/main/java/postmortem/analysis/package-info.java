/**
 * The detector SPI: tallies, facts, the sweep, findings.
 *
 * <p>Plentiful traffic is counted in {@linkplain postmortem.analysis.Tally tallies}, which merge;
 * what is sequential becomes {@linkplain postmortem.analysis.Fact facts}, which are sorted. When
 * all evidence is read, each {@link postmortem.analysis.Detector} sees the facts once, in total
 * order, with the tallies in its {@link postmortem.analysis.Context}, and ends with {@linkplain
 * postmortem.analysis.Finding findings}.
 */
@NullMarked
package postmortem.analysis;

import org.jspecify.annotations.NullMarked;
