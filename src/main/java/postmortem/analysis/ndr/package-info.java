/**
 * Why failure reports rose: mail of ours that the world refuses, reports of ours to forged senders,
 * or reports of others about mail that we never sent (detection-methods.md, 2).
 *
 * <p>The detectors are {@link postmortem.analysis.ndr.FailureReportDetector} (which of the three it
 * is), {@link postmortem.analysis.ndr.ReputationDetector} (servers that refuse us for our name) and
 * {@link postmortem.analysis.ndr.PartnerOutageDetector} (one destination that is down). The first
 * looks for hours above the usual ({@link postmortem.analysis.ndr.Surges}), and then at their
 * facts.
 */
@NullMarked
package postmortem.analysis.ndr;

import org.jspecify.annotations.NullMarked;
