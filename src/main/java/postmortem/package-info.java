/**
 * Offline forensics for mail servers: what happened, told from a folder of archived logs.
 *
 * <p>The map, in the order in which evidence passes through; each room uses only those before it:
 *
 * <ol>
 *   <li>{@link postmortem.event}: what can happen, as immutable events, and {@link
 *       postmortem.event.flat}, one wide row for each; {@link postmortem.text}: bytes cut into
 *       lines and fields
 *   <li>{@link postmortem.evidence}: finds files and members of archives, decodes and hashes them,
 *       and accounts for each in the ledger
 *   <li>{@link postmortem.parser}: what a parser promises; {@link postmortem.parser.iis}, {@link
 *       postmortem.parser.exchange}, {@link postmortem.parser.firewall}, {@link
 *       postmortem.parser.windows}: one family of formats each
 *   <li>{@link postmortem.analysis}: tallies, facts, the sweep, findings; {@link
 *       postmortem.analysis.session}: records made one session; {@link postmortem.analysis.auth},
 *       {@link postmortem.analysis.relay}, {@link postmortem.analysis.ndr}, {@link
 *       postmortem.analysis.integrity}: one question each; {@link postmortem.analysis.clock}: whose
 *       clock is right; {@link postmortem.analysis.join}: what several logs tell made one
 *   <li>{@link postmortem.incident}: findings tied into incidents, their story, and what to do
 *   <li>{@link postmortem.run}: drives all of it on several threads; {@code run.BuiltIns} lists
 *       what is built in; {@link postmortem.report}: one writer for each form of the report
 *   <li>{@link postmortem.store}: the case, a database; {@link postmortem.shell}: questions to it
 *   <li>{@link postmortem.cli}: commands, exit statuses, the console
 * </ol>
 *
 * <p>{@code ArchitectureTest} holds the floors.
 */
@NullMarked
package postmortem;

import org.jspecify.annotations.NullMarked;
