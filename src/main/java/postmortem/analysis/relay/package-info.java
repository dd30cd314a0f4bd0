/**
 * Who sends through us, and by what right: open and authenticated relaying, infected machines of
 * our own, and those who only ask.
 *
 * <p>The detectors are {@link postmortem.analysis.relay.RelayDetector} (strangers), {@link
 * postmortem.analysis.relay.AccountSpamDetector} (accounts), {@link
 * postmortem.analysis.relay.InsideHostDetector} (our own machines) and {@link
 * postmortem.analysis.relay.HarvestDetector} (guessing of recipients). All of them cut what one
 * source sent into episodes, and keep those that may matter.
 */
@NullMarked
package postmortem.analysis.relay;

import org.jspecify.annotations.NullMarked;
