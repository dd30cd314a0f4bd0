/**
 * Who guessed at passwords, how, and did they get in.
 *
 * <p>Entry points are the detectors. {@link postmortem.analysis.auth.GuessingDetector} judges all
 * guessing in one go, because one attack must get one name: sites ({@link
 * postmortem.analysis.auth.SiteLog}) lose what users and devices do wrong ({@link
 * postmortem.analysis.auth.Innocence}); what is left becomes bouts of one site and quiet attempts
 * of many; these become campaigns, which get a name, a severity and, in a second pass, their
 * evidence. State is one site at a time plus summaries with named limits.
 */
@NullMarked
package postmortem.analysis.auth;

import org.jspecify.annotations.NullMarked;
