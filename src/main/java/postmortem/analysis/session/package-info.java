/**
 * Steps folded into sessions, attempts, messages and deliveries.
 *
 * <p>{@link postmortem.analysis.session.SessionFold} reads the steps of one piece; what began
 * before the piece or goes on after it is kept in {@link postmortem.analysis.session.Edges}, which
 * are joined when neighbours meet. Any cut of a stream into pieces gives the same events.
 */
@NullMarked
package postmortem.analysis.session;

import org.jspecify.annotations.NullMarked;
