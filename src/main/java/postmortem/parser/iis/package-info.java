/**
 * Logs of the Windows SMTP service, which Exchange 2000 and 2003 share (iis-smtp.md).
 *
 * <p>Start with {@link postmortem.parser.iis.IisSmtpParser}. What belongs to W3C logs of any IIS
 * service is apart from what belongs to SMTP: {@code Columns}, {@code W3cRow} and {@code
 * W3cDirectives} know no verb.
 */
@NullMarked
package postmortem.parser.iis;

import org.jspecify.annotations.NullMarked;
