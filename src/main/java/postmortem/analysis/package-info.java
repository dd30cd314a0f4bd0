/**
 * The detector SPI: tallies, facts, the sweep, findings.
 *
 * <p>Plentiful traffic is counted in {@linkplain postmortem.analysis.Tally tallies}, which merge;
 * what is sequential becomes {@linkplain postmortem.analysis.Fact facts} ({@link
 * postmortem.analysis.Facts} decides which), which each worker sorts in a {@link
 * postmortem.analysis.FactBuffer} and a {@link postmortem.analysis.FactStore} reads as one. When
 * all evidence is read, {@link postmortem.analysis.Sweeps} shows each {@link
 * postmortem.analysis.Detector} the facts of its kinds, in the order that it asked for, once or as
 * often as it asks again, with the tallies in its {@link postmortem.analysis.Context}; it ends with
 * {@linkplain postmortem.analysis.Finding findings}.
 */
@NullMarked
package postmortem.analysis;

import org.jspecify.annotations.NullMarked;
