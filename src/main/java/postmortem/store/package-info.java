/**
 * The case: events, findings and the ledger in one file, a DuckDB database. The only package that
 * knows the database's driver.
 *
 * <p>{@link postmortem.store.LockedCase} opens a case for questions and for nothing else; whoever
 * has it closes it.
 */
@NullMarked
package postmortem.store;

import org.jspecify.annotations.NullMarked;
