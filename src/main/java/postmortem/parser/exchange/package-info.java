/**
 * Exchange Server: the SMTP protocol logs of receive and send connectors, 2007 and later.
 *
 * <p>Start with {@link postmortem.parser.exchange.SmtpReceiveParser} and {@link
 * postmortem.parser.exchange.SmtpSendParser}: two formats of one layout, and one reader. A row is
 * found by {@code Layout} and {@code Row}, and understood by {@code CommandText}, {@code ReplyText}
 * and {@code NoteText}.
 */
@NullMarked
package postmortem.parser.exchange;

import org.jspecify.annotations.NullMarked;
