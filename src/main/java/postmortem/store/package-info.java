/**
 * The case: a DuckDB file with all events, findings and the ledger. The only package that loads
 * DuckDB, and never on the path of {@code analyze} of evidence or of {@code --help}.
 *
 * <p>{@link postmortem.store.CaseWriter} makes a case: it takes the rows of {@code event.flat} in
 * the order of time, then the report. It writes to a file beside the case ({@code FILE.part}),
 * which takes its place when it is complete: whatever ends the work before leaves the old case as
 * it was. {@link postmortem.store.CaseFile} reads one. {@link postmortem.store.LockedCase} opens
 * one for questions, which can change and reach nothing.
 *
 * <p>It also takes what findings are made of, as bytes that {@code run} alone can read ({@link
 * postmortem.store.CaseWriter#gathered}): so that a case can be judged by other thresholds.
 *
 * <p>What is stored is in the schema {@code data}: one table for each kind of event, with only the
 * columns that the kind can have ({@link postmortem.store.EventTable}), and tables of what many
 * rows have in common, by id ({@link postmortem.store.Dimension}). What is asked are views over it,
 * in plain names and types: {@code events} has the columns of {@code event.flat.Column} by those
 * names; {@code sessions}, {@code auth}, {@code messages}, {@code recipients}, {@code deliveries},
 * {@code dsn}, {@code logons}, {@code connections}, {@code account_changes}, {@code audit} and
 * {@code alerts} those that their kind can have; {@code ledger}, {@code findings}, {@code
 * incidents} and more ({@link postmortem.store.Sheets}) what the report says. Each view and column
 * has a comment. Times are TIMESTAMP_NS, UTC: nanoseconds, because event logs tell units of 100 ns.
 *
 * <p>{@link postmortem.store.Schema} has every statement that makes a case. Values of evidence
 * never become SQL: they are handed over as vectors or parameters.
 */
@NullMarked
package postmortem.store;

import org.jspecify.annotations.NullMarked;
