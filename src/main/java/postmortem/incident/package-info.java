/**
 * From findings to incidents: deductions, correlation, story, actions and the verdict.
 *
 * <p>Start with {@link postmortem.incident.CaseReport}, which is all that a report writer sees.
 */
@NullMarked
package postmortem.incident;

import org.jspecify.annotations.NullMarked;
